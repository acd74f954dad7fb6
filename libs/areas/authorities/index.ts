export { AuthoritiesModule, AuthoritiesRoutes } from './authorities.module.js';
export { ListAuthoritiesQuery } from './list-authorities/list-authorities.query.js';
export { openAuthority, type OpenAuthority } from './open-authority/open-authority.decision.js';
export { OpenAuthorityCommand } from './open-authority/open-authority.handler.js';
export { decideSelfReviewPolicy, setSelfReviewPolicy, type SetSelfReviewPolicy } from './set-self-review-policy/set-self-review-policy.decision.js';
export { SetSelfReviewPolicyCommand } from './set-self-review-policy/set-self-review-policy.handler.js';
