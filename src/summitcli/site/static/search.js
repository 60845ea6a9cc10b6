// Search with Pagefind: its index, in the folder `pagefind`, is read piece by piece.
const home = new URL(".", import.meta.url);
const form = document.getElementById("search");
const list = document.getElementById("results");
const count = document.getElementById("count");
const more = document.getElementById("more");
const PAGE = 10;
let found = [];
let shown = 0;
let latest = 0;

const pagefind = await import(new URL("pagefind/pagefind.js", home));
await pagefind.options({
  baseUrl: home.pathname,
  excerptLength: 28,
  // A long page is not a worse one, and titles have their weight in the pages themselves.
  ranking: { pageLength: 0, termFrequency: 0.3, metaWeights: { title: 0 } },
});

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
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
        element("p", "", ...excerpt(page.excerpt)),
      ),
    );
  }
  shown += pages.length;
  more.hidden = shown >= found.length;
}

function chosen() {
  const filters = {};
  for (const name of ["type", "year"]) {
    if (form.elements[name].value) filters[name] = form.elements[name].value;
  }
  return filters;
}

function offer(name, counts, newestFirst) {
  const select = form.elements[name];
  const { value } = select;
  const names = Object.keys(counts).sort();
  if (newestFirst) names.reverse();
  const options = names.map((each) => new Option(`${each} (${counts[each]})`, each));
  select.replaceChildren(new Option("All", ""), ...options);
  select.value = value in counts ? value : "";
}

async function search() {
  const mine = (latest += 1);
  const words = form.elements.q.value.trim();
  const filters = chosen();
  const query = new URLSearchParams({ ...(words && { q: words }), ...filters }).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
  if (!words && !Object.keys(filters).length) {
    list.replaceChildren();
    count.textContent = "";
    more.hidden = true;
    return;
  }
  const result = await pagefind.search(words || null, { filters });
  if (mine !== latest) return;
  found = result.results;
  shown = 0;
  list.replaceChildren();
  count.textContent = found.length === 1 ? "1 record" : `${found.length} records`;
  await showMore();
}

const filters = await pagefind.filters();
offer("type", filters.type || {}, false);
offer("year", filters.year || {}, true);
for (const [name, value] of new URLSearchParams(location.search)) {
  if (form.elements[name]) form.elements[name].value = value;
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
document.documentElement.dataset.ready = "search";
