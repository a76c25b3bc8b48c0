// Full-text search in the browser, on indexes that Pagefind made of single characters:
// a term is looked for as an exact phrase, so that any stretch of a text is found.
// Characters are folded to one form on both sides; the page itself shows the originals.
const STEP = 10;
const TITLE = 24; // a place so early in a record lies in its title
const AROUND = 44;
const results = document.getElementById("results");
const told = document.getElementById("told");
const more = document.getElementById("more");
const input = document.getElementById("q");
const say = results.dataset;
const HAN = "\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const TOKEN = new RegExp(`[${HAN}]|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");

let loaded;
const load = () => (loaded ??= start());

async function start() {
  const root = new URL(".", location.href);
  const [first, ...others] = say.bundles.split(" ").map((name) => new URL(name, root).href);
  const pagefind = await import(`${first}pagefind.js`);
  await pagefind.options({ baseUrl: root.pathname });
  for (const other of others) await pagefind.mergeIndex(other, { baseUrl: root.pathname });
  const table = await (await fetch(new URL("find/fold.json", root))).json();
  const to = [...table.to];
  return { pagefind, root, fold: new Map([...table.from].map((char, at) => [char, to[at]])) };
}

// The tokens of a text with the place of each in it.
function tokens(text, fold) {
  const folded = [...text].map((char) => fold.get(char) ?? char).join("");
  return [...folded.matchAll(TOKEN)].map((match) => ({
    word: match[0].toLowerCase(), at: match.index, end: match.index + match[0].length,
  }));
}

// One exact search for each term; a page must have them all.
async function search(terms, pagefind) {
  let found;
  for (const term of terms) {
    const answer = await pagefind.search(`"${term.join(" ")}"`);
    const own = new Map();
    for (const result of answer.results) {
      const before = found?.get(result.id);
      if (found && !before) continue;
      const places = result.words ?? [];
      own.set(result.id, {
        result,
        titled: (before?.titled ?? true) && Math.min(...places, Infinity) < TITLE,
        count: (before?.count ?? 0) + places.length / term.length,
      });
    }
    found = own;
  }
  return [...found.values()].sort((a, b) => b.titled - a.titled || b.count - a.count);
}

// The text of a page around the first place where a term stands, in its own characters.
async function excerpt(address, terms, fold) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const article = page.querySelector("article");
  if (!article) return null;
  const all = [...article.querySelectorAll("p, h2, h3, h4, h5, h6, td, th, figcaption")];
  const parts = all.filter((part) => !part.closest("header")); // which the result shows anyway
  let best = null;
  for (const part of parts) {
    const text = part.textContent;
    const own = tokens(text, fold);
    const marks = terms.flatMap((term) => places(own, term));
    if (marks.length && (!best || new Set(marks.map((m) => m.term)).size > best.kinds)) {
      best = { text, marks, kinds: new Set(marks.map((m) => m.term)).size };
      if (best.kinds === terms.length) break;
    }
  }
  return best;
}

function places(own, term) {
  const out = [];
  for (let at = 0; at + term.length <= own.length; at++) {
    if (term.every((word, n) => own[at + n].word === word)) {
      out.push({ term, start: own[at].at, end: own[at + term.length - 1].end });
    }
  }
  return out;
}

function marked(element, { text, marks }) {
  marks.sort((a, b) => a.start - b.start);
  const from = Math.max(0, marks[0].start - AROUND);
  const until = Math.min(text.length, Math.max(marks[0].end + 2 * AROUND, marks[0].end));
  let last = from;
  if (from) element.append("……");
  for (const { start, end } of marks) {
    if (start < last || end > until) continue;
    element.append(text.slice(last, start));
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    element.append(mark);
    last = end;
  }
  element.append(text.slice(last, until) + (until < text.length ? "……" : ""));
}

async function show({ result }, terms, root, fold) {
  const data = await result.data();
  const item = document.createElement("li");
  const link = document.createElement("a");
  const address = new URL(data.raw_url.replace(/^\//, ""), root);
  link.href = address.href;
  link.textContent = data.meta.title;
  const title = document.createElement("h2");
  title.append(link);
  const detail = document.createElement("p");
  detail.className = "detail";
  detail.textContent = data.meta.detail ?? "";
  const text = document.createElement("p");
  text.className = "excerpt";
  const found = await excerpt(address, terms, fold);
  if (found) marked(text, found);
  item.append(title, detail, text);
  return item;
}

let turn = 0;

async function run(query) {
  const own = ++turn;
  results.replaceChildren();
  more.hidden = true;
  told.textContent = query ? say.busy : "";
  if (!query) return;
  const { pagefind, root, fold } = await load();
  const terms = query
    .split(/\s+/)
    .map((term) => tokens(term.normalize("NFC"), fold).map((token) => token.word))
    .filter((term) => term.length);
  const found = terms.length ? await search(terms, pagefind) : [];
  if (own !== turn) return;
  const sentence = found.length ? say.some : say.none;
  told.textContent = sentence.replace("{}", query).replace("{}", String(found.length));
  const page = async () => {
    const next = found.splice(0, STEP);
    const items = await Promise.all(next.map((one) => show(one, terms, root, fold)));
    if (own !== turn) return;
    const first = results.children.length ? items[0]?.querySelector("a") : null;
    results.append(...items);
    first?.focus();
    more.hidden = !found.length;
  };
  more.onclick = () => page().catch(failed);
  await page();
  results.dataset.done = query;
}

function failed(error) {
  console.error(error);
  told.textContent = location.protocol === "file:" ? say.server : say.failed;
}

const asked = (new URLSearchParams(location.search).get("q") ?? "").trim();
input.value = asked;
run(asked).catch(failed);
document.querySelector("form.find").addEventListener("submit", (event) => {
  event.preventDefault();
  const query = input.value.trim();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  run(query).catch(failed);
});
