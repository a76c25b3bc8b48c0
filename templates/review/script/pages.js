// Pictures of the pages of the PDF.

const pages = (() => {
  const panel = byId("panel-pages");
  if (!panel) return { follow() {}, stale() {} };
  const picture = $("[data-picture]", panel);
  const frames = $("[data-frames]", panel);
  const said = $("[data-landed]", panel);
  let state = data.pages;
  let at = 0;
  let asked = 0;
  let wanted = null;
  const draw = (item) => {
    const places = (item && state.places[item]) || [];
    frames.replaceChildren();
    for (const [page, x, y, w, h] of places) {
      if (page !== at) continue;
      const frame = make("div", { className: "frame" });
      Object.assign(frame.style, { left: x + "%", top: y + "%", width: w + "%", height: h + "%" });
      frames.append(frame);
    }
    $("[data-folio]", panel).textContent = at + 1 + " / " + state.total;
  };
  const open = async (page, item) => {
    at = Math.max(0, Math.min(page, state.total - 1));
    const turn = ++asked;
    let source = state.pictures?.[at];
    if (!source && live) {
      const answer = await fetch("/picture/" + (at + 1), { headers: { "X-Fukan-Token": data.token } });
      if (!answer.ok) return;
      source = URL.createObjectURL(await answer.blob());
      (state.pictures ??= {})[at] = source;
    }
    if (turn !== asked || !source) return;
    picture.src = source;
    picture.hidden = false;
    picture.alt = say("page_picture", at + 1);
    draw(item);
  };
  const home = (item) => {
    // The places are those of blocks; what has none of its own lies where its box does.
    let element = byId(item);
    while (element && !state.places[element.id]) element = element.parentElement?.closest(".item, .part");
    return element?.id ?? null;
  };
  const follow = (item) => { shown(item).catch(() => { said.textContent = words.no_pages; }); };
  const shown = async (item) => {
    wanted = item;
    if (panel.hidden) return;
    if (!state && live) {
      said.textContent = words.setting;
      const answer = await fetch("/pages", { headers: { "X-Fukan-Token": data.token } });
      if (!answer.ok) { said.textContent = words.no_pages; return; }
      state = await answer.json();
    }
    if (!state) return;
    const found = home(wanted);
    const places = found ? state.places[found] : null;
    if (places) {
      const all = [...new Set(places.map((one) => one[0] + 1))];
      said.textContent = say("landed", all.join(", "));
      await open(places[0][0], found);
    } else {
      said.textContent = wanted ? words.not_set : words.choose_page;
      if (picture.hidden) await open(0, null);
      else draw(null);
    }
  };
  panel.addEventListener("click", (event) => {
    const turn = event.target.closest("[data-turn]");
    if (turn && state) {
      open(at + Number(turn.dataset.turn), home(wanted)).catch(() => { said.textContent = words.no_pages; });
    }
  });
  return { follow, stale() { if (live) { state = null; follow(wanted); } } };
})();
