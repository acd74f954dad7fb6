export { type IsProvider, KnownProviders } from './known-providers.js';
export { providerClaim } from './provider-claim.js';
export { ProvidersModule, ProvidersRoutes } from './providers.module.js';
export { decideRegisterProvider, registerProvider, type RegisterProvider } from './register-provider/register-provider.decision.js';
export { RegisterProviderCommand } from './register-provider/register-provider.handler.js';
export { decideProviderChange, varyOrCorrectProvider, type VaryOrCorrectProvider } from './vary-or-correct-provider/vary-or-correct-provider.decision.js';
export { VaryOrCorrectProviderCommand } from './vary-or-correct-provider/vary-or-correct-provider.handler.js';
