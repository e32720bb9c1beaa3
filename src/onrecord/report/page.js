"use strict";
// Shows one finding at a time beside the text; without it every finding stands in the list below.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const make = (name, attributes, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  const where = make("h2", { id: "panel-title", tabindex: "-1" });
  const previous = make("button", { type: "button", title: "Previous finding (left arrow)" }, "Previous");
  const next = make("button", { type: "button", title: "Next finding (right arrow)" }, "Next");
  const close = make("button", { type: "button", title: "Close (Escape)" }, "Close");
  const content = make("div", { class: "panel-content" });
  const panel = make(
    "aside",
    { class: "panel", role: "dialog", "aria-labelledby": "panel-title", hidden: "" },
    make("div", { class: "panel-bar" }, where, previous, next, close),
    content,
  );
  document.body.append(panel);

  let shown = null;
  let opener = null;

  const marksOf = (entry) => entry.closest(".document").querySelectorAll(`.text [data-finding="${entry.dataset.finding}"]`);
  const hint = make(
    "p",
    { class: "hint" },
    "Select an underlined passage to see what the record holds on it. By keyboard: Tab to its number, Enter to open, Escape to close.",
  );
  if (document.querySelector(".text .mark")) document.body.append(hint);
  for (const entry of document.querySelectorAll(".findings .finding")) {
    if (entry.querySelector(".evidence")) entry.append(make("button", { type: "button", class: "open" }, "Evidence"));
  }

  const lower = () => {
    if (shown) for (const mark of marksOf(shown)) mark.classList.remove("shown");
  };

  const show = (entry, alongside) => {
    lower();
    shown = entry;
    const entries = entry.parentElement.children;
    const place = Number(entry.dataset.finding);
    where.textContent = `Finding ${place} of ${entries.length}`;
    previous.disabled = place === 1;
    next.disabled = place === entries.length;
    const copy = make("div", { class: entry.className });
    copy.append(...entry.cloneNode(true).childNodes);
    copy.querySelector(".open")?.remove();
    content.replaceChildren(copy);
    content.scrollTop = 0;
    panel.hidden = false;
    root.classList.add("opened");
    const marks = marksOf(entry);
    for (const mark of marks) mark.classList.add("shown");
    const box = marks[0]?.getBoundingClientRect();
    const bottom = window.innerWidth < 1080 ? window.innerHeight * 0.4 : window.innerHeight;
    if (alongside && box && (box.top < 0 || box.bottom > bottom)) marks[0].scrollIntoView({ block: "center" });
    where.focus({ preventScroll: true });
  };

  const hide = () => {
    lower();
    shown = null;
    panel.hidden = true;
    root.classList.remove("opened");
    opener?.focus({ preventScroll: true });
  };

  const step = (by) => {
    const entry = shown?.parentElement.children[Number(shown.dataset.finding) - 1 + by];
    if (entry) {
      opener = document.getElementById(entry.id.replace(/-f(\d+)$/, "-r$1"));
      show(entry, true);
    }
  };

  previous.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  close.addEventListener("click", hide);

  document.addEventListener("click", (event) => {
    const inText = event.target.closest(".text [data-finding]");
    const quoted = event.target.closest(".findings blockquote a");
    const button = event.target.closest(".findings .open");
    if (inText && !window.getSelection().isCollapsed) return;
    if (inText || quoted) {
      event.preventDefault();
      const finding = (inText ?? quoted.closest(".finding")).dataset.finding;
      const article = event.target.closest(".document");
      opener = document.getElementById(`${article.id}-r${finding}`);
      show(document.getElementById(`${article.id}-f${finding}`), true);
    } else if (button) {
      opener = button;
      show(button.closest(".finding"), false);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || panel.hidden) return;
    if (event.key === "Escape") hide();
    else if (event.key === "ArrowLeft" && panel.contains(document.activeElement)) step(-1);
    else if (event.key === "ArrowRight" && panel.contains(document.activeElement)) step(1);
    else return;
    event.preventDefault();
  });

  const articles = [...document.querySelectorAll(".document")];
  if (articles.length > 1) {
    const items = articles.map((article) =>
      make(
        "li",
        {},
        make("a", { href: `#${article.id}` }, article.querySelector("h1").textContent),
        article.querySelector(".counts")?.cloneNode(true) ?? "",
      ),
    );
    const list = make("ol", {}, ...items);
    const contents = make("nav", { class: "contents", "aria-label": "Articles" }, make("h2", {}, `${articles.length} articles`), list);
    document.querySelector("main").prepend(contents);
  }
})();
