"use strict";
(() => {
  const root = document.documentElement;
  const told = document.getElementById("told");
  const filter = document.getElementById("filter");
  const accounts = [...document.querySelectorAll(".account")];
  const shifts = new Map(accounts.map((account) => [account, 0]));
  let selected = null;
  let width = window.innerWidth;

  root.classList.add("scripted");

  const accountOf = (sentence) => sentence.closest(".account");
  const bodyOf = (account) => account.querySelector(".body");
  const nameOf = (account) => account.querySelector("bdi").textContent;
  const topOf = (element) => element.getBoundingClientRect().top;

  /** Return the counterparts of a sentence by account, in each the strongest first. */
  function counterparts(sentence) {
    const found = new Map();
    for (const link of sentence.querySelectorAll(".who .at")) {
      const other = document.getElementById(link.hash.slice(1));
      if (!other) continue;
      const account = accountOf(other);
      if (!found.has(account)) found.set(account, []);
      found.get(account).push({ sentence: other, perhaps: link.classList.contains("perhaps") });
    }
    return found;
  }

  function shift(account, by) {
    shifts.set(account, by);
    bodyOf(account).style.marginTop = by ? `${by}px` : "";
  }

  /** Move the columns against each other so that counterparts stand level; the selected one stays in place. */
  function level(sentence, others) {
    const own = accountOf(sentence);
    const before = topOf(sentence);
    const beside = accounts.filter((account) => account.offsetTop === own.offsetTop);
    const wanted = new Map();
    for (const account of beside) {
      const there = others.get(account)?.map((other) => other.sentence).find((other) => other.offsetParent);
      wanted.set(account, there ? before - shifts.get(own) - (topOf(there) - shifts.get(account)) : 0);
    }
    const least = Math.min(...wanted.values());
    for (const account of accounts) shift(account, wanted.has(account) ? wanted.get(account) - least : 0);
    window.scrollBy({ top: topOf(sentence) - before, behavior: "instant" });
  }

  function clear() {
    for (const each of document.querySelectorAll(".selected, .lit")) each.classList.remove("selected", "lit", "maybe");
    for (const account of accounts) account.querySelector(".says").textContent = "";
    told.textContent = "";
    selected = null;
  }

  function letGo() {
    const before = selected && topOf(selected);
    for (const account of accounts) shift(account, 0);
    if (selected) window.scrollBy({ top: topOf(selected) - before, behavior: "instant" });
    clear();
  }

  function say(sentence, others) {
    const own = accountOf(sentence);
    const lacking = [];
    for (const account of accounts) {
      const says = account.querySelector(".says");
      const there = others.get(account);
      if (account === own) {
        says.textContent = "selected";
      } else if (there) {
        const numbers = there.map((other) => other.sentence.querySelector(".number").textContent + (other.perhaps ? "?" : ""));
        says.textContent = `has it in ${numbers.join(", ")}`;
      } else if (nameOf(account) !== nameOf(own)) {
        says.textContent = "nothing found";
        lacking.push(nameOf(account));
      }
    }
    const who = sentence.querySelector(".who");
    const parts = [sentence.querySelector(".number").getAttribute("aria-label")];
    if (who) parts.push(who.querySelector(".coverage")?.textContent ?? who.textContent);
    if (others.size && lacking.length) parts.push(`not found in ${lacking.join(", ")}`);
    told.textContent = parts.join(" · ");
  }

  function select(sentence) {
    if (sentence === selected) return;
    clear();
    selected = sentence;
    sentence.classList.add("selected");
    if (!sentence.querySelector(".who")) return;
    const others = counterparts(sentence);
    for (const other of [...others.values()].flat()) {
      other.sentence.classList.add("lit");
      other.sentence.classList.toggle("maybe", other.perhaps);
    }
    say(sentence, others);
    level(sentence, others);
  }

  function selectTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.classList.contains("sentence")) return;
    if (!target.offsetParent) {
      filter.click();
      target.scrollIntoView();
    }
    select(target);
  }

  document.addEventListener("click", (event) => {
    const sentence = event.target.closest(".sentence");
    if (sentence && !String(window.getSelection())) select(sentence);
  });
  document.addEventListener("focusin", (event) => {
    const sentence = event.target.closest(".sentence");
    if (sentence) select(sentence);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") letGo();
  });
  filter?.addEventListener("change", () => {
    letGo();
    root.classList.toggle("filtered", filter.checked);
  });
  window.addEventListener("hashchange", selectTarget);
  window.addEventListener("resize", () => {
    // A phone that hides its address bar changes the height alone.
    if (width !== window.innerWidth) letGo();
    width = window.innerWidth;
  });
  selectTarget();
})();
