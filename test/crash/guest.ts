/** A guest: asks, sends stickers and photos, takes things back, and waits for nothing. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Speaker } from './people.ts'
import { PHOTO } from './photo.ts'
import type { Random } from './random.ts'

const QUESTIONS: readonly (readonly [text: string, expects: RegExp])[] = [
  ['ต้องจัดกิจกรรมปีละกี่ครั้ง', /อย่างน้อยปีละ/],
  ['อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร', /ที่มา|อ้างอิง/],
  ['เชียงใหม่มีคู่กับเมืองไหนบ้าง', /ฮอกไกโด/],
  ['รายงานกิจกรรม', /ลงทะเบียน/],
  ['สรุป', /สิทธิ|ผู้ดูแล/],
  ['เมนู', /./],
  ['ขั้นตอน', /./],
  ['ฝนจะตกพรุ่งนี้ไหม', /./],
]

/** @param meanMs between two things that this guest does */
export async function chatAsGuest(
  speaker: Speaker,
  random: Random,
  meanMs: number,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await doSomething(speaker, random)
    await pause(random.wait(meanMs))
  }
}

async function doSomething(speaker: Speaker, random: Random): Promise<void> {
  if (random.chance(0.06)) return void (await speaker.does((hands) => hands.sendSticker(), /./))
  if (random.chance(0.04)) return void (await speaker.sendsPhotos([PHOTO, PHOTO], /./))
  const [text, expects] = random.pick(QUESTIONS)
  await speaker.says(text, expects)
}
