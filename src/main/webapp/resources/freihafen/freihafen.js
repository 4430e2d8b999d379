"use strict";

/* Pages work without this; with it they are quicker. */

for (const dialog of document.querySelectorAll("dialog[data-modal]")) {
  dialog.removeAttribute("open");
  dialog.showModal();
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    dialog.querySelector("a.close").click();
  });
}

const notice =
  document.querySelector("dialog [data-focus]") ?? document.querySelector("[data-focus]");
if (notice) {
  notice.focus();
}

/* Where a menu is wider than the screen, the page that one is on is in sight. */
for (const here of document.querySelectorAll("nav ul [aria-current]")) {
  const list = here.closest("ul");
  list.scrollLeft += here.getBoundingClientRect().left - list.getBoundingClientRect().left;
}

/* A second press while the first is under way sends nothing. */
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = "1";
});

window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
  }
});

/* What takes a while says so until the next page is there. */
document.addEventListener("submit", (event) => {
  const region = document.getElementById(event.target.dataset.busy);
  if (region) {
    const progress = document.createElement("progress");
    progress.setAttribute("aria-label", region.dataset.words);
    region.replaceChildren(region.dataset.words, progress);
  }
});

window.addEventListener("pageshow", () => {
  for (const region of document.querySelectorAll("[data-words]")) {
    region.replaceChildren();
  }
});

/* A one-time link carries its secret behind the #, where no server sees it; it is sent on in a form. */
const link = document.querySelector("input[data-fragment]");
if (link && location.hash.length > 1) {
  link.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  link.form.requestSubmit(link.form.querySelector("button"));
}

/* Another link opened in the same tab changes nothing but what stands behind the #; to reload would
   send the last form again. */
if (location.pathname.endsWith("/password")) {
  window.addEventListener("hashchange", () =>
    location.replace(location.pathname + "?again=" + Date.now() + location.hash));
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

async function fresh(address, id) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) {
    return null;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById(id);
}

function replace(old, next) {
  if (next && old.innerHTML !== next.innerHTML) {
    old.innerHTML = next.innerHTML;
  }
}

/* What is under way is asked for again until it says that it is done. */
async function watch(region) {
  const next = await fresh(location.href, region.id).catch(() => null);
  replace(region, next);
  const said = document.getElementById(region.dataset.says);
  const words = region.querySelector("[data-said]")?.dataset.said;
  if (said && words && said.textContent !== words) {
    said.textContent = words;
  }
  if (!next || next.dataset.watch) {
    setTimeout(watch, Number(region.dataset.watch), region);
  } else {
    delete region.dataset.watch;
  }
}

for (const region of document.querySelectorAll("[data-watch]")) {
  setTimeout(watch, Number(region.dataset.watch), region);
}

/* A form's consequences are shown while it is being filled in. */
for (const form of document.querySelectorAll("form[data-preview]")) {
  let last = 0;
  let timer = 0;
  const preview = async () => {
    const turn = ++last;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (!name.includes("jakarta.faces") && name !== "seen" && name !== "reason") {
        query.append(name, value);
      }
    }
    const id = form.dataset.preview;
    const next = await fresh(location.pathname + "?" + query, id).catch(() => null);
    if (turn === last) {
      replace(document.getElementById(id), next);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(preview, 250);
  });
}

/* The organisation narrows down to what is typed. */
for (const search of document.querySelectorAll("input[data-narrows]")) {
  const tree = document.getElementById(search.dataset.narrows);
  if (!tree) {
    continue;
  }
  const said = document.getElementById(search.getAttribute("aria-describedby"));
  const items = [...tree.querySelectorAll("li")].reverse();
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = new Map(items.map((item) => [item, fold(item.querySelector("a").textContent)]));
  const opened = new Set(tree.querySelectorAll("details[open]"));
  const narrow = () => {
    const wanted = fold(search.value.trim());
    const kept = new Set();
    let count = 0;
    for (const item of items) {
      const fits = folded.get(item).includes(wanted);
      if (fits) {
        count++;
      }
      if (fits || kept.has(item)) {
        kept.add(item.parentElement.closest("li"));
        item.hidden = false;
      } else {
        item.hidden = true;
      }
      const inner = item.querySelector(":scope > details");
      if (inner) {
        inner.open = wanted ? kept.has(item) : opened.has(inner);
        if (fits && wanted && !kept.has(item)) {
          for (const below of inner.querySelectorAll("li")) {
            below.hidden = false;
          }
        }
      }
    }
    said.textContent = wanted
      ? said.dataset[count === 0 ? "none" : count === 1 ? "one" : "many"].replace("#", count)
      : "";
  };
  search.form.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", narrow);
  if (search.value) {
    narrow();
  }
}

/* A file may be dropped anywhere on its field. */
for (const field of document.querySelectorAll(".drop")) {
  const input = field.querySelector("input[type=file]");
  const over = (event, is) => {
    event.preventDefault();
    field.classList.toggle("over", is);
  };
  field.addEventListener("dragover", (event) => over(event, true));
  field.addEventListener("dragleave", (event) => over(event, false));
  field.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length === 1) {
      input.files = event.dataTransfer.files;
    }
  });
}
