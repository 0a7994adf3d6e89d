/** Who signed one pair: what the register tells of it, or that it does not. */
import { type PairAnswer, signing } from './answer.ts'
import { type Pair, pairName } from './pair.ts'
import { remarkOf, answerSays as says } from './texts.ts'

/** Whether the register's remark tells who signed. */
export const tellsSigner = (pair: Pair): boolean => /ลงนามโดย|ลงนามแทน|ผู้ว่าฯ/.test(remarkOf(pair))

export function aboutSigner(pair: Pair): PairAnswer {
  const name = pairName(pair)
  const text = tellsSigner(pair)
    ? says.signerIs(name, remarkOf(pair))
    : says.noSigner(name, says.level[pair.signedByLevel])
  return { title: name, text: pair.status === 'signed' ? text : signing(pair), pairs: [pair] }
}
