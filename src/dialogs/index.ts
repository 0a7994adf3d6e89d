/** Guided dialogs as data, and the pure engine that runs them. */
export { advance, begin } from './advance.ts'
export type {
  Advanced,
  Answers,
  Ask,
  Choice,
  Dialog,
  DialogState,
  FileRef,
  Given,
  Input,
  Json,
  Offer,
  Parsed,
  Say,
  Step,
  StepContext,
} from './types.ts'
export { upgrade } from './upgrade.ts'
