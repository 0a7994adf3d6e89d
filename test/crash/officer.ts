/**
 * An officer: files one activity report after the other. A careful one waits for each question, taps buttons and sends
 * photos; a hasty one knows the questions by heart and types all answers at once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { FiledReport, Ledger, Speaker } from './people.ts'
import { PHOTO } from './photo.ts'
import type { Random } from './random.ts'

type Answer = readonly [text: string, expects: RegExp]

export interface OfficerHabits {
  readonly isHasty: boolean
  /** Between two words, on average. */
  readonly meanMs: number
}

export class Officer {
  readonly #speaker: Speaker
  readonly #ledger: Ledger
  readonly #random: Random
  readonly #habits: OfficerHabits
  #count = 0

  constructor(speaker: Speaker, ledger: Ledger, random: Random, habits: OfficerHabits) {
    this.#speaker = speaker
    this.#ledger = ledger
    this.#random = random
    this.#habits = habits
  }

  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) await (this.#habits.isHasty ? this.#typeAll() : this.#fillIn(isOver))
  }

  #newReport(): FiledReport {
    this.#count += 1
    const title = `แลกเปลี่ยนเยาวชน ${this.#speaker.phoneId} ${this.#count}.`
    const report: FiledReport = { phoneId: this.#speaker.phoneId, title, photos: [], state: 'begun' }
    this.#ledger.reports.push(report)
    return report
  }

  /** All answers without reading the questions; only before the next report the last answer is waited for. */
  async #typeAll(): Promise<void> {
    const report = this.#newReport()
    let last = ''
    for (const [text, expects] of [...answersOf(report.title), ...ending(report.title)]) {
      last = await this.#speaker.says(text, expects)
    }
    report.state = 'confirmed'
    report.confirmedBy = last
    await this.#speaker.reads(last)
    await this.#pause()
  }

  /** @param isOver looked at before each answer: the draft is then left as it is */
  async #fillIn(isOver: () => boolean): Promise<void> {
    const report = this.#newReport()
    for (const [text, expects] of answersOf(report.title)) {
      if (isOver()) return
      if (text === report.title) report.state = 'named'
      await this.#answer([text, expects])
    }
    const hasPhotos = this.#random.chance(0.3)
    if (hasPhotos) await this.#addPhotos(report)
    else await this.#answer(['ข้าม', new RegExp(report.title)])
    if (this.#random.chance(0.2)) {
      report.state = 'cancelled'
      await this.#answer(['ยกเลิก', /เรียกคืน/])
    } else {
      report.state = 'confirmed'
      report.confirmedBy = await this.#answer(['ยืนยัน', RECEIPT])
    }
  }

  /** @returns the event's id */
  async #answer([text, expects]: Answer): Promise<string> {
    await this.#pause()
    const eventId = await this.#speaker.says(text, expects)
    await this.#speaker.reads(eventId)
    return eventId
  }

  async #addPhotos(report: FiledReport): Promise<void> {
    let asked = await this.#speaker.reads(await this.#speaker.says('เพิ่ม', /./))
    while (!asked.includes('แนบภาพ')) asked = await this.#speaker.reads(await this.#speaker.says('ข้าม', /./))
    const { eventId, messageIds } = await this.#speaker.sendsPhotos([PHOTO, PHOTO], /แนบแล้ว 2 ไฟล์/)
    report.photos = messageIds
    await this.#speaker.reads(eventId)
    await this.#answer(['เสร็จแล้ว', new RegExp(report.title)])
  }

  #pause(): Promise<void> {
    return pause(this.#random.wait(this.#habits.meanMs))
  }
}

const RECEIPT = /R\d{4}-\d{6}/

/** The answers that every report needs, each with what is asked next. */
function answersOf(title: string): Answer[] {
  return [
    ['รายงานกิจกรรม', /คู่ใด/],
    ['1', /ชื่อกิจกรรม/],
    [title, /ประเภท/],
    ['๒', /วันที่/],
    ['เมื่อวาน', /รูปแบบ/],
    ['1', /สถานที่/],
    ['ศาลากลางจังหวัด', /ผลลัพธ์/],
    ['เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรมและภาษา', /รายละเอียด/],
  ]
}

function ending(title: string): Answer[] {
  return [
    ['ข้าม', new RegExp(title)],
    ['ยืนยัน', RECEIPT],
  ]
}
