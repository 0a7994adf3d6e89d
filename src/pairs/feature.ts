/** What the bot can do with pairs: people's own, the stages of those in progress, and the register that admins keep. */
import type { Feature } from '../bot/types.ts'
import type { PairsDependencies } from './dependencies.ts'
import { myPairsCommand, pairPostback } from './mine/my-pairs-command.ts'
import { addBinding, addCommand } from './register/add-pair.ts'
import { closeBindings, closeCommands } from './register/close-pair.ts'
import { editBinding, editCommand } from './register/edit-pair.ts'
import { logCommand } from './register/log.ts'
import { lookUpCommand } from './register/look-up.ts'
import { mergeBinding, mergeCommands } from './register/merge-pairs.ts'
import { stageBinding, stageCommand } from './stage/move-stage.ts'

export function pairsFeature(deps: PairsDependencies): Feature {
  return {
    commands: [
      myPairsCommand(deps),
      stageCommand(deps),
      lookUpCommand(deps),
      editCommand(deps),
      addCommand(deps),
      ...closeCommands(deps),
      ...mergeCommands(deps),
      logCommand(deps),
    ],
    postbacks: [pairPostback(deps)],
    dialogs: [stageBinding(deps), editBinding(deps), addBinding(deps), ...closeBindings(deps), mergeBinding(deps)],
  }
}
