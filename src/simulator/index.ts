/** A LINE platform on this machine. */
export { simulatorCollections } from './collections.ts'
export type { Fault } from './platform/faults.ts'
export { PhoneRefusal } from './refusal.ts'
export { createSimulator } from './simulator.ts'
export type { ChatMessage, Simulator, SimulatorOptions } from './types.ts'
