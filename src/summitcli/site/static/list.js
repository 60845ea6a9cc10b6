// Filter and sort lists. The choices are in the address, so that they can be shared.
"use strict";

const form = document.querySelector("form[data-list]");
const lists = document.querySelectorAll(".list");
const rows = [...document.querySelectorAll(".rows tbody tr")];
const output = form.querySelector("output");
const all = output.textContent;

function show() {
  const wanted = [...new FormData(form)].filter(([, value]) => value.trim());
  const words = form.elements.words.value.toLowerCase().match(/\S+/g) || [];
  const facets = wanted.filter(([name]) => name !== "words");
  let shown = 0;
  for (const row of rows) {
    const fits =
      facets.every(([name, value]) => (row.dataset[name] || "").split("|").includes(value)) &&
      (!words.length || words.every((word) => row.textContent.toLowerCase().includes(word)));
    row.hidden = !fits;
    shown += fits;
  }
  lists.forEach(hideEmptyGroups);
  output.textContent = wanted.length ? `${shown} of ${rows.length} shown` : all;
  const query = new URLSearchParams(wanted).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

// A group without a row in sight has neither a heading nor a link that leads to it.
function hideEmptyGroups(list) {
  const links = list.querySelectorAll(".jump li");
  list.querySelectorAll(".part").forEach((group, index) => {
    group.hidden = !group.querySelector("tbody tr:not([hidden])");
    if (links[index]) links[index].hidden = group.hidden;
  });
}

function number(text) {
  const time = text.match(/(?:(\d+) h)?(?: ?(\d+) min)?$/);
  if (time && time[0]) return 60 * (time[1] || 0) + Number(time[2] || 0);
  return Number(text.replace(/,/g, ""));
}

// A list in another order is one table, without groups.
function sort(list, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const isNumber = head.classList.contains("right");
  const keyed = [...list.querySelectorAll("tbody tr")].map((row) => {
    const text = row.cells[column].textContent.trim();
    return [text === "" ? null : isNumber ? number(text) : text, row];
  });
  keyed.sort(([one], [other]) => {
    if (one === null || other === null) return (one === null) - (other === null); // last, always
    const order = isNumber ? one - other : one.localeCompare(other, "en");
    return down ? -order : order;
  });
  const [first, ...others] = list.querySelectorAll(".part");
  first.querySelector("tbody").append(...keyed.map(([, row]) => row));
  if (!others.length) return;
  for (const group of others) group.remove();
  list.querySelector(".jump").remove();
  first.querySelector("h2").remove();
  first.hidden = false;
}

function addSorting(list) {
  [...list.querySelector("thead tr").cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(list, column, head));
    head.append(button);
  });
}

lists.forEach(addSorting);
const asked = new URLSearchParams(location.search);
for (const [name, value] of asked) {
  const field = form.elements.namedItem(name); // [name] would also find properties, such as length
  if (field) field.value = value;
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
if (asked.size) show();
delete document.documentElement.dataset.asked;
