// Starts the components of GOV.UK Frontend, all of which work without it too.
import { initAll } from './govuk-frontend.min.js';

initAll();
