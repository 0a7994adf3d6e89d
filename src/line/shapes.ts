/** The bodies of LINE's answers, as far as they are read here; whatever else they hold passes. */
import { z } from 'zod'

/** An answer whose body says nothing that is needed: the status was enough. */
export const Nothing = z.unknown().transform(() => undefined)

export const Profile = z.looseObject({ displayName: z.string(), userId: z.string() })
export type Profile = z.infer<typeof Profile>

export const BotInfo = z.looseObject({
  userId: z.string(),
  displayName: z.string().catch(''),
  basicId: z.string().optional(),
})
export type BotInfo = z.infer<typeof BotInfo>

/** `type: 'none'` has no value: no limit. */
export const Quota = z.looseObject({ type: z.string(), value: z.number().optional() })
export type Quota = z.infer<typeof Quota>

export const Consumption = z.looseObject({ totalUsage: z.number() })
export type Consumption = z.infer<typeof Consumption>

export const WebhookEndpoint = z.looseObject({ endpoint: z.string(), active: z.boolean() })
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>

export const RichMenuId = z.looseObject({ richMenuId: z.string() })

export const RichMenuList = z.looseObject({
  richmenus: z.array(z.looseObject({ richMenuId: z.string(), name: z.string().catch('') })),
})
