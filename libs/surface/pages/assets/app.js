// Starts the components of GOV.UK Frontend, all of which work without it too. It is served beside this file.
const { initAll } = await import(new URL('govuk-frontend.min.js', import.meta.url).href);

initAll();
