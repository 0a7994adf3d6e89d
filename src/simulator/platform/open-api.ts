/** All of LINE's API that is simulated, on one server. */
import type { Ground } from '../ground.ts'
import type { Mailer } from '../mailer.ts'
import { ApiServer } from './api-server.ts'
import { contentEndpoints } from './content.ts'
import { controlRouter } from './control.ts'
import type { Faults } from './faults.ts'
import { messageEndpoints } from './messages.ts'
import { type Quota, quotaEndpoints } from './quota.ts'
import { richMenuLinkEndpoints } from './rich-menu-links.ts'
import { richMenuEndpoints } from './rich-menus.ts'
import { userEndpoints } from './users.ts'
import { webhookEndpoints } from './webhook-settings.ts'

export interface ApiParts {
  readonly ground: Ground
  readonly mailer: Mailer
  readonly quota: Quota
  readonly faults: Faults
  readonly accessToken: string
}

export function openApi({ ground, mailer, quota, faults, accessToken }: ApiParts): ApiServer {
  const ownOrigin = () => (mailer.url ? new URL(mailer.url).origin : undefined)
  const endpoints = [
    ...messageEndpoints({ ground, quota, ownOrigin }),
    ...quotaEndpoints(ground, quota),
    ...contentEndpoints(ground),
    ...userEndpoints(ground),
    ...webhookEndpoints(ground, mailer),
    ...richMenuEndpoints(ground),
    ...richMenuLinkEndpoints(ground),
  ]
  return new ApiServer({ ground, endpoints, faults, accessToken, control: controlRouter(faults, quota) })
}
