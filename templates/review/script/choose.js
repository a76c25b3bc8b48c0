// Choosing a line, an item, a mark or a doubt, and pointing at words.

const chosen = { item: null, line: 0, mark: null, doubt: null };
const mainPanes = { source: $("#source"), restored: $("#restored") };

const show = (element, pane, focus = false) => {
  if (!element) return;
  if (matchMedia("(max-width: 700px)").matches && pane && focus) view(pane.id);
  const box = element.getBoundingClientRect();
  const frame = (pane || element.closest(".pane, .panel")).getBoundingClientRect();
  if (box.top < frame.top + 36 || box.bottom > frame.bottom - 8) {
    element.scrollIntoView({ block: box.height > frame.height * 0.6 ? "start" : "center" });
    // What lay outside the view is measured only now.
    requestAnimationFrame(() => {
      const now = element.getBoundingClientRect();
      if (now.bottom < frame.top || now.top > frame.bottom) element.scrollIntoView({ block: "center" });
    });
  }
};

const clear = () => {
  for (const element of $$(".chosen, .near")) element.classList.remove("chosen", "near");
  for (const mark of $$(".m.on")) mark.classList.remove("on");
  window.CSS?.highlights?.delete("found");
};

const linesOf = (text) => (text || "").split(", ").filter(Boolean).flatMap((part) => {
  const [first, last = first] = part.split("–").map(Number);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
});
const line = (number) => byId("L" + number);
const innermost = (element) => element && element.closest(".item");

const choose = (what, { from = null, focus = false } = {}) => {
  clear();
  Object.assign(chosen, { item: null, line: 0, mark: null, doubt: null }, what);
  let item = byId(chosen.item);
  if (!item && chosen.line) {
    const to = line(chosen.line)?.dataset.to;
    item = byId(to);
  }
  if (item && !item.classList.contains("item")) item = $(".item", item);
  chosen.item = item?.id ?? null;
  item?.classList.add("chosen");
  const near = chosen.line && !chosen.mark && !what.item ? [chosen.line] : linesOf(item?.dataset.lines);
  for (const number of near) line(number)?.classList.add(chosen.line === number || what.item ? "chosen" : "near");
  if (chosen.line) line(chosen.line)?.classList.add("chosen");
  if (chosen.mark) chosen.mark.classList.add("on");
  const first = line(chosen.line || near[0]);
  if (from !== "source") show(first, mainPanes.source);
  if (from !== "restored") show(chosen.mark?.closest("#restored") ? chosen.mark : item, mainPanes.restored, focus);
  const doubt = byId(chosen.doubt);
  for (const one of $$(".doubt[aria-current]")) one.removeAttribute("aria-current");
  if (doubt) {
    doubt.classList.add("chosen");
    doubt.setAttribute("aria-current", "true");
    show(doubt, byId("panel-doubts"));
  }
  if (chosen.item) history.replaceState(null, "", "#" + chosen.item);
  tell();
  pages.follow(chosen.item);
};

const chooseMark = (mark, from = mark.closest(".pane")?.id) => {
  const item = innermost(mark);
  const own = mark.closest(".line");
  choose(
    { item: item?.id ?? null, line: own ? Number(own.id.slice(1)) : Number(mark.dataset.first || mark.dataset.line || 0), mark },
    { from },
  );
  mark.focus({ preventScroll: true });
};

const chooseDoubt = (doubt) => {
  const number = Number(doubt.dataset.line);
  choose({ doubt: doubt.id, line: number, item: number ? null : doubt.dataset.to || null }, { focus: false });
  pointAt((doubt.dataset.about || "").split(" | "), number, Number(doubt.dataset.last));
};

// -- pointing: the very words that a doubt speaks of, on both sides -------------------------

// The first of the texts that stands in one of the elements, as a range.
const rangeOf = (texts, elements) => {
  for (const text of texts) {
    for (const element of elements) {
      const nodes = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".no")) nodes.push(walker.currentNode);
      const start = nodes.map((node) => node.data).join("").indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      let passed = 0;
      for (const node of nodes) {
        const end = passed + node.length;
        if (start >= passed && start < end) range.setStart(node, start - passed);
        if (start + text.length > passed && start + text.length <= end) {
          range.setEnd(node, start + text.length - passed);
          return range;
        }
        passed = end;
      }
    }
  }
  return null;
};
const pointAt = (texts, first, last) => {
  if (!window.CSS?.highlights) return;
  const wanted = texts.filter((text) => text.length > 1).sort((a, b) => b.length - a.length);
  const lines = [];
  for (let number = first; number && number <= last; number += 1) lines.push(line(number));
  const item = byId(chosen.item);
  const found = [rangeOf(wanted, lines.filter(Boolean)), item && rangeOf(wanted, [item])].filter(Boolean);
  CSS.highlights.set("found", new Highlight(...found));
  for (const range of found) {
    const pane = range.startContainer.parentElement.closest(".pane");
    const box = range.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 20) {
      pane.scrollTop += box.top - frame.top - frame.height / 2;
    }
  }
};
