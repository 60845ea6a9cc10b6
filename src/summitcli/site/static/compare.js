// Compare the two meetings in the address, ?a=...&b=...; each has a file with its rows.

const form = document.querySelector("form.choose");
const table = document.querySelector("table.compared");
const problem = document.querySelector(".problem");

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function part(value) {
  if (typeof value === "string") return value;
  const [text, address] = value;
  if (!address) return text;
  const link = element("a", text);
  link.href = `../${address}`;
  return link;
}

function cell(lines) {
  if (!lines || !lines.length) {
    const empty = element("span", table.dataset.nothing);
    empty.className = "quiet";
    return element("td", empty);
  }
  if (lines.length === 1) return element("td", ...lines[0].map(part));
  return element("td", element("ul", ...lines.map((line) => element("li", ...line.map(part)))));
}

// The themes of each meeting are divided into those of both, and the others.
function divideThemes(meetings) {
  const { common, other } = table.dataset;
  const key = (line) => JSON.stringify(line);
  const [first, second] = meetings.map((meeting) => meeting.rows[common] || []);
  const both = first.filter((line) => second.some((each) => key(each) === key(line)));
  meetings.forEach((meeting, index) => {
    const own = [first, second][index];
    meeting.rows[other] = own.filter((line) => !both.some((each) => key(each) === key(line)));
    meeting.rows[common] = both;
  });
}

function draw(meetings) {
  divideThemes(meetings);
  const heads = meetings.map((meeting) => {
    const link = element("a", meeting.title);
    link.href = `../meetings/${meeting.id}/`;
    const head = element("th", link);
    head.scope = "col";
    return head;
  });
  table.tHead.replaceChildren(element("tr", element("td"), ...heads));
  const rows = table.dataset.fields
    .split("|")
    .filter((field) => meetings.some((meeting) => (meeting.rows[field] || []).length))
    .map((field) => {
      const head = element("th", field);
      head.scope = "row";
      return element("tr", head, ...meetings.map((meeting) => cell(meeting.rows[field])));
    });
  table.tBodies[0].replaceChildren(...rows);
  document.title = `${meetings.map((meeting) => meeting.title).join(" and ")} · ${document.title}`;
}

async function read(id) {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(id);
  const response = await fetch(`${id}.json`);
  if (!response.ok) throw new Error(id);
  return response.json();
}

async function compare(asked) {
  const chosen = [form.elements.a, form.elements.b].map(
    (select) => asked.get(select.name) || select.value,
  );
  try {
    draw(await Promise.all(chosen.map(read)));
    form.elements.a.value = chosen[0];
    form.elements.b.value = chosen[1];
  } catch (error) {
    problem.textContent = `No meeting on record has the id ${error.message}.`;
  }
}

const asked = new URLSearchParams(location.search);
if (form && (asked.has("a") || asked.has("b"))) await compare(asked);
delete document.documentElement.dataset.asked;
