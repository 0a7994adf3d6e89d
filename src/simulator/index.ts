/** A LINE platform on this machine. */
export { simulatorCollections } from './collections.ts'
export { PERSONAS } from './personas.ts'
export type { Fault, FaultKind } from './platform/faults.ts'
export { PhoneRefusal } from './refusal.ts'
export { createSimulator } from './simulator.ts'
export type {
  ChatMessage,
  ClockMove,
  MessageJson,
  Persona,
  PhoneHands,
  PhoneView,
  Release,
  Simulator,
  SimulatorOptions,
  TrafficEntry,
} from './types.ts'
