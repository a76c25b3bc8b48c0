// The card that tells what is chosen.

const card = $("#card");
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const button = (text, run, key = "") => make("button", {
  type: "button", textContent: text, title: key ? text + " (" + key + ")" : "", onclick: run,
});

const tell = () => {
  const item = byId(chosen.item);
  const own = line(chosen.line);
  const { mark } = chosen;
  const parts = [];
  if (mark) {
    parts.push(make("h3", { textContent: words.marks[mark.classList[1]] ?? "" }), make("p", { textContent: mark.title }));
  } else if (item) {
    const one = item.dataset.first === item.dataset.last;
    const where = item.dataset.lines ? " · " + say(one ? "on_line" : "lines", item.dataset.lines) : "";
    parts.push(make("h3", { textContent: item.dataset.name + where }));
  } else if (own) {
    const state = own.classList.contains("gone") ? "gone" : own.classList.contains("blank") ? "blank" : "line";
    parts.push(make("h3", { textContent: say("line", chosen.line) + " · " + words[state] }));
  } else {
    card.replaceChildren(make("p", { className: "empty", textContent: words.nothing }));
    return;
  }
  if (!mark && item?.dataset.says) parts.push(make("p", { textContent: item.dataset.says }));
  const doubt = byId(chosen.doubt);
  if (doubt) parts.push(make("p", { textContent: $(".message", doubt).textContent }));
  if (!mark) parts.push(...gathered(item));
  if (mark?.matches(".form")) parts.push(...forms(mark, item));
  if (live) parts.push(acts(item, own, mark, doubt));
  else if (mark && mark.dataset.to) parts.push(make("p", {}, make("a", { href: "#" + mark.dataset.to, textContent: words.go })));
  card.replaceChildren(...parts);
};

// The forms on offer for a doubtful character, as in the list of the other script.
const forms = (mark, item) => {
  const { character } = mark.dataset;
  const same = $$(".m.form", item).filter((one) => one.dataset.character === character);
  const rows = $$(".forms li").filter((one) => one.dataset.to === item?.id && $("mark", one).textContent === character);
  const choices = $(".choices", rows[same.indexOf(mark)] ?? make("div"));
  return choices ? [choices.cloneNode(true)] : [];
};

// What the marks inside a chosen item say, so that nothing has to be hunted for.
const gathered = (item) => {
  const marks = item ? $$(".m", item).filter((one) => innermost(one) === item && !one.matches(".wrap, .place")) : [];
  if (!marks.length) return [];
  const list = make("ul", { className: "plain" });
  const same = Map.groupBy(marks, (one) => one.title);
  for (const [title, all] of [...same].slice(0, 8)) {
    const text = all.length > 1 ? title + " × " + all.length : title;
    const link = make("button", { type: "button", className: "small", textContent: text });
    link.addEventListener("click", () => chooseMark(all[(all.indexOf(chosen.mark) + 1) % all.length], null));
    list.append(make("li", {}, link));
  }
  if (same.size > 8) list.append(make("li", { textContent: say("more", same.size - 8) }));
  return [list];
};
