// Renews the page every five seconds in place, so that neither the scroll position nor a selection is lost.
// A page that has grown old says so: an operator must not take it for the present.
const EVERY = 5000;

function say(silent) {
  document.body.classList.toggle("stale", silent);
  document.getElementById("silent").hidden = !silent;
}

async function renew() {
  if (document.hidden || String(getSelection())) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(EVERY) });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["status", "now"]) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
    say(false);
  } catch {
    say(true);
  }
}

setInterval(renew, EVERY);
