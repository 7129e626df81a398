// Renews the page every five seconds in place, so that neither the scroll position nor a selection is lost.
const EVERY = 5000;

async function renew() {
  if (document.hidden || String(getSelection())) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["status", "now"]) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
    document.body.classList.remove("stale");
  } catch {
    document.body.classList.add("stale");
  }
}

setInterval(renew, EVERY);
