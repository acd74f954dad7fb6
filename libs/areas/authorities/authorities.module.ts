import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectoryModule } from '#areas/directory/index.js';
import { ListAuthoritiesApi } from './list-authorities/list-authorities.api.js';
import { ListAuthoritiesHandler } from './list-authorities/list-authorities.query.js';
import { OpenAuthorityApi } from './open-authority/open-authority.api.js';
import { OpenAuthorityHandler } from './open-authority/open-authority.handler.js';
import { SetSelfReviewPolicyApi } from './set-self-review-policy/set-self-review-policy.api.js';
import { SetSelfReviewPolicyHandler } from './set-self-review-policy/set-self-review-policy.handler.js';

/** What is done with authorities themselves. */
@Module({
  imports: [CqrsModule, DirectoryModule],
  providers: [OpenAuthorityHandler, ListAuthoritiesHandler, SetSelfReviewPolicyHandler],
})
export class AuthoritiesModule {}

@Module({
  imports: [CqrsModule, DirectoryModule],
  controllers: [OpenAuthorityApi, ListAuthoritiesApi, SetSelfReviewPolicyApi],
})
export class AuthoritiesRoutes {}
