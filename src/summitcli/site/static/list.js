// Filter and sort the tables of a list. The choices are in the address, so that they can be shared.
"use strict";

const form = document.querySelector("form[data-list]");
const tables = [...document.querySelectorAll("table.rows")];
const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
const output = form.querySelector("output");
const all = output.textContent;

function show() {
  const wanted = [...new FormData(form)].filter(([, value]) => value.trim());
  const words = (form.elements.words.value.toLowerCase().match(/\S+/g) || []);
  const facets = wanted.filter(([name]) => name !== "words");
  let shown = 0;
  for (const row of rows) {
    const fits =
      facets.every(([name, value]) => (row.dataset[name] || "").split("|").includes(value)) &&
      (!words.length || words.every((word) => row.textContent.toLowerCase().includes(word)));
    row.hidden = !fits;
    shown += fits;
  }
  output.textContent = wanted.length ? `${shown} of ${rows.length} shown` : all;
  const query = new URLSearchParams(wanted).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

function number(text) {
  const time = text.match(/(?:(\d+) h)?(?: ?(\d+) min)?$/);
  if (time && time[0]) return 60 * (time[1] || 0) + Number(time[2] || 0);
  return Number(text.replace(/,/g, ""));
}

function sort(table, column, button) {
  const head = button.parentElement;
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const isNumber = head.classList.contains("right");
  const keyed = [...table.tBodies[0].rows].map((row) => {
    const text = row.cells[column].textContent.trim();
    return [text === "" ? null : isNumber ? number(text) : text, row];
  });
  keyed.sort(([one], [other]) => {
    if (one === null || other === null) return (one === null) - (other === null); // last, always
    const order = isNumber ? one - other : one.localeCompare(other, "en");
    return down ? -order : order;
  });
  table.tBodies[0].append(...keyed.map(([, row]) => row));
}

for (const table of tables) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, column, button));
    head.append(button);
  });
}

const asked = new URLSearchParams(location.search);
for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
if (asked.size) show();
