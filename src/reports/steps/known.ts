/** What is carried along with the answers: that one was known before it was asked for, or which record they belong to. */
import type { Step } from '../../dialogs/index.ts'

export function known(id: string, label: string): Step {
  return {
    id,
    label,
    carried: true,
    ask: () => ({ text: label }),
    parse: () => ({ ok: true, value: true }),
    show: () => '',
  }
}
