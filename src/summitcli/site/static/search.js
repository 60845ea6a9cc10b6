// Search with Pagefind: its index, in the folder `pagefind`, is read piece by piece.
const home = new URL(".", import.meta.url);
const form = document.getElementById("search");
const list = document.getElementById("results");
const count = document.getElementById("count");
const more = document.getElementById("more");
const PAGE = 10;
const facets = ["type", "year"];
let found = [];
let shown = 0;
let latest = 0;

const pagefind = await import(new URL("pagefind/pagefind.js", home));
await pagefind.options({
  baseUrl: home.pathname,
  excerptLength: 28,
  // A long page is not a worse one, and titles have their weight in the pages themselves.
  ranking: { pageLength: 0, termFrequency: 0.3, metaWeights: { title: 0, lead: 0 } },
});
// The type and the year of each result, by its id.
const kinds = await (await fetch(new URL("search/facets.json", home))).json();

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// What is found by a name (names have a weight) is introduced; of others, the place found is shown.
function about(page) {
  const named = page.weighted_locations.some(({ weight }) => weight > 1);
  return named && page.meta.lead ? [page.meta.lead] : excerpt(page.excerpt);
}

// An excerpt is markup; only its text and its marks are taken over.
function excerpt(markup) {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
  );
}

async function showMore() {
  const mine = latest;
  const pages = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== latest) return;
  for (const page of pages) {
    const link = element("a", "", page.meta.title);
    link.href = page.url;
    list.append(
      element(
        "li",
        "",
        element("p", "kicker", page.meta.kicker || ""),
        element("h2", "", link),
        element("p", "about", ...about(page)),
      ),
    );
  }
  shown += pages.length;
  more.hidden = shown >= found.length;
}

// The values of each facet in the results, were this facet not chosen.
function offer(results) {
  facets.forEach((name, index) => {
    const select = form.elements[name];
    const { value } = select;
    const counts = {};
    for (const result of results.filter((each) => fits(each, name))) {
      const own = (kinds[result.id] || [])[index];
      if (own) counts[own] = (counts[own] || 0) + 1;
    }
    if (value && !(value in counts)) counts[value] = 0;
    const values = Object.keys(counts).sort();
    if (name === "year") values.reverse();
    const options = values.map((each) => new Option(`${each} (${counts[each]})`, each));
    select.replaceChildren(new Option("All", ""), ...options);
    select.value = value;
  });
}

function fits(result, except) {
  return facets.every((name, index) => {
    const { value } = form.elements[name];
    return name === except || !value || (kinds[result.id] || [])[index] === value;
  });
}

async function search() {
  const mine = (latest += 1);
  const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  const result = await pagefind.search(form.elements.q.value.trim() || null);
  if (mine !== latest) return;
  offer(result.results);
  found = chosen.length ? result.results.filter((each) => fits(each)) : [];
  shown = 0;
  list.replaceChildren();
  count.textContent = !chosen.length ? "" : `${found.length} record${found.length === 1 ? "" : "s"}`;
  await showMore();
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements.namedItem(name); // [name] would also find properties, such as length
  if (facets.includes(name)) field.append(new Option(value, value));
  if (field) field.value = value;
}
let timer;
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
more.addEventListener("click", showMore);
await search();
delete document.documentElement.dataset.asked;
document.documentElement.dataset.ready = "search";
