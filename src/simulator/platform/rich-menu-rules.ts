/** What LINE accepts as a rich menu. */
import { z } from 'zod'
import { graphemeCount } from '../../thai/segment.ts'
import { invalidRequest } from './line-errors.ts'

const atMost = (most: number) =>
  z.string().refine((text) => graphemeCount(text) <= most, `Length must be at most ${most}`)
const pixels = z.int().min(0).max(2500)

const Action = z.looseObject({
  type: z.enum(['postback', 'message', 'uri', 'datetimepicker', 'richmenuswitch', 'clipboard']),
  label: atMost(20).optional(),
  data: z.string().min(1).max(300).optional(),
  text: atMost(300).optional(),
  displayText: atMost(300).optional(),
  uri: z.string().max(1000).optional(),
})

const RichMenu = z.object({
  size: z
    .object({ width: z.int().min(800).max(2500), height: z.int().min(250) })
    .refine(({ width, height }) => width / height >= 1.45, 'The ratio of width to height must be at least 1.45'),
  selected: z.boolean(),
  name: atMost(300),
  chatBarText: z.string().min(1).pipe(atMost(14)),
  areas: z
    .array(z.object({ bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }), action: Action }))
    .max(20),
})

export type RichMenuDefinition = z.infer<typeof RichMenu>

/** @throws LineError 400 with each fault and its place */
export function checkRichMenu(body: unknown): RichMenuDefinition {
  const checked = RichMenu.safeParse(body)
  if (checked.success) return checked.data
  throw invalidRequest(
    checked.error.issues.map(({ message, path }) => ({ message, property: path.map(String).join('.') })),
  )
}
