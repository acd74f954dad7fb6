// Starts the components of GOV.UK Frontend, all of which work without it too. It is served beside this file.
const { initAll } = await import(new URL('govuk-frontend.min.js', import.meta.url).href);

initAll();

// Brings the progress of something under way up to date in its place, and shows the page anew when it has ended.
const shown = document.querySelector('[data-svl-progress]');

async function lookAgain() {
  const answered = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  if (answered?.ok) {
    const now = new DOMParser().parseFromString(await answered.text(), 'text/html').querySelector('[data-svl-progress]');
    if (!now) return location.reload();
    const [bar, barNow] = [shown, now].map((part) => part.querySelector('progress'));
    for (const name of ['value', 'max']) if (barNow.hasAttribute(name)) bar.setAttribute(name, barNow.getAttribute(name));
    bar.textContent = barNow.textContent;
    shown.querySelector('p').textContent = now.querySelector('p').textContent;
  }
  setTimeout(lookAgain, 2000);
}

if (shown) setTimeout(lookAgain, 1000);
