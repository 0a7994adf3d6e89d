/** Provinces, their partners abroad, the register of pairs, and the stages of those in progress. */
import { pairs } from './pair.ts'
import { pairUses } from './pair-uses.ts'
import { pairStages } from './stage/stage.ts'

export { aboutSigner } from './about-signer.ts'
export type { PairAnswer } from './answer.ts'
export { answerAboutPairs, answerAboutSigner, pairsOfCountryNamed, whatIsKnownOf } from './answer-about-pairs.ts'
export { countryName, countryWords } from './countries.ts'
export type { PairsDependencies } from './dependencies.ts'
export { pairsFeature } from './feature.ts'
export { fillEmptyRegister, type ImportPlan, importPairs, planImport } from './import-pairs.ts'
export { carriesDuty, Pair, pairName, pairs, partnerName } from './pair.ts'
export { allPairs, pairById, pairsOfProvince, provincesWithRows, readPairsOfProvince } from './pair-store.ts'
export { noteUse } from './pair-uses.ts'
export { placeNames } from './place-names.ts'
export { PROVINCES } from './provinces.ts'
export { readPairsCsv } from './read-pairs-csv.ts'
export { readProvince } from './read-province.ts'
export { sayOfAnother } from './say-of-another.ts'
export { showPairAnswer } from './show-answer.ts'

/** What a store must be opened with. */
export const pairCollections = [pairs, pairStages, pairUses] as const
