/** What admins read and are asked about the register. */
import type { Pair } from '../pair.ts'

/** The ministry's letter sorts into three groups; the register also has pairs of which neither is known, and ended ones. */
export const GROUPS = {
  signed: 'ลงนามแล้ว',
  in_progress: 'อยู่ระหว่างดำเนินการ',
  proposed: 'สนใจ',
  unknown: 'ยืนยันไม่ได้',
} as const satisfies Partial<Record<Pair['status'], string>>

export const GROUP_NAMES: Readonly<Record<Pair['status'], string>> = { ...GROUPS, ended: 'สิ้นสุดแล้ว' }

export const INSTRUMENTS = { mou: 'MOU', loi: 'LOI', agreement: 'ความตกลง', unknown: 'ไม่ทราบ' } as const
export const LEVELS = { province: 'จังหวัด', municipality: 'เทศบาล', unknown: 'ไม่ทราบ' } as const
export const CERTAINTIES = { A: 'A แหล่งทางการ', B: 'B แหล่งรองแหล่งเดียว', C: 'C ไม่แน่นอน' } as const
export const DUTIES = { rule: 'ตามกติกาของระบบ', carries: 'ต้องมีกิจกรรมทุกปี', none: 'ไม่ต้องติดตาม' } as const

export const factSays = {
  none: 'ไม่มี',
  notKnown: 'ไม่ทราบ',
  labels: {
    partnerTh: 'คู่ (ชื่อไทย)',
    partnerEn: 'ชื่ออังกฤษ',
    spellings: 'ตัวสะกดอื่น',
    province: 'จังหวัด',
    country: 'ประเทศ',
    status: 'กลุ่ม',
    signed: 'วันที่ลงนาม',
    instrument: 'ตราสาร',
    level: 'ระดับที่ลงนาม',
    nameCertainty: 'ความแน่นอนของชื่อ',
    pairCertainty: 'ความแน่นอนของคู่',
    duty: 'หน้าที่รายปี',
    note: 'หมายเหตุ',
  },
  asks: {
    partnerTh: 'ชื่อคู่ต่างประเทศเป็นภาษาไทย เช่น เซี่ยงไฮ้ หรือ เฉิงตู มณฑลเสฉวน',
    partnerEn: 'ชื่อคู่เป็นภาษาอังกฤษ เช่น Chengdu, Sichuan (พิมพ์ ไม่มี ถ้าไม่ทราบ)',
    spellings: 'ตัวสะกดอื่นที่คนพิมพ์ คั่นด้วยจุลภาค เช่น เฉินตู, เฉิ่งตู (พิมพ์ ไม่มี เพื่อเอาออกทั้งหมด)',
    province: 'จังหวัดของไทย เช่น เชียงราย',
    country: 'ประเทศของคู่ เช่น จีน ลาว ญี่ปุ่น',
    status: 'อยู่กลุ่มใด',
    signed: 'วันที่ลงนาม เช่น 12 มี.ค. 2550 หรือเฉพาะปี เช่น 2550',
    instrument: 'ลงนามด้วยตราสารใด',
    level: 'ฝ่ายไทยลงนามในระดับใด',
    nameCertainty: 'ชื่อคู่แน่นอนเพียงใด',
    pairCertainty: 'ความเป็นคู่แน่นอนเพียงใด',
    duty: 'หน้าที่จัดกิจกรรมอย่างน้อยปีละครั้ง (กติกาของระบบ: ลงนามแล้ว และอยู่ในบัญชี มท. หรือลงนามระดับจังหวัดโดยข้อมูลไม่เป็น C)',
    note: 'หมายเหตุที่จะแสดงกับคู่นี้ (พิมพ์ ไม่มี เพื่อเอาออก)',
  },
  wrong: {
    choice: 'กรุณาเลือกหมายเลขจากรายการ เช่น 1',
    certainty: 'กรุณาพิมพ์ A, B หรือ C หรือหมายเลข เช่น 1',
    length: (label: string, least: number, most: number) => `${label} ต้องเป็นตัวอักษร ${least}–${most} ตัว กรุณาพิมพ์ใหม่`,
    province: 'ไม่ใช่ชื่อจังหวัดใน 76 จังหวัด กรุณาพิมพ์ชื่อจังหวัด เช่น เชียงราย',
    severalProvinces: (names: readonly string[]) => `อาจหมายถึง ${names.join(', ')} กรุณาพิมพ์ชื่อเต็มจังหวัดเดียว`,
    country: 'ไม่รู้จักประเทศนี้ (และต้องไม่ใช่ไทย) กรุณาพิมพ์ชื่อประเทศ เช่น จีน หรือรหัสสองตัว เช่น CN',
    spellings: 'กรุณาพิมพ์ชื่อคั่นด้วยจุลภาค ไม่เกิน 20 ชื่อ ชื่อละ 2–60 ตัวอักษร เช่น เฉินตู, เฉิ่งตู',
    futureYear: (be: number) => `ปี ${be} ยังมาไม่ถึง กรุณาพิมพ์ปีที่ลงนามแล้ว เช่น 2550`,
    future: (day: string) => `${day} ยังมาไม่ถึง กรุณาพิมพ์วันนี้หรือวันที่ผ่านมาแล้ว เช่น 12 มี.ค. 2566`,
    oneDay: 'กรุณาพิมพ์วันเดียว เช่น 12 มี.ค. 2566',
  },
}

export const stepSays = {
  what: {
    label: 'แก้เรื่องใด',
    ask: 'แก้เรื่องใดของคู่นี้ เลือกได้หลายข้อ เช่น 7 8 9',
    wrong: 'กรุณาพิมพ์หมายเลขจากรายการ คั่นด้วยเว้นวรรคหรือจุลภาค เช่น 7 หรือ 7, 8, 9',
  },
  source: {
    label: 'ที่มา',
    ask: 'ที่มาของข้อมูลนี้ เช่น หนังสือจังหวัดเชียงราย ที่ ชร 0017.3/1234 หรือชื่อประกาศ/ข่าวพร้อมผู้เผยแพร่',
  },
  asOf: {
    label: 'ข้อมูล ณ วันที่',
    ask: 'ข้อมูลนี้เป็นจริง ณ วันที่ใด (วันที่ของเอกสาร) เช่น 12 มี.ค. 2566',
  },
  reason: { label: 'เหตุผล', ask: 'เหตุผลที่จะบันทึกไว้ เช่น ลงแถวซ้ำกับ SC101' },
  was: (shown: string) => `เดิม: ${shown}`,
}

export const deskSays = {
  onlyAdmins: 'ทะเบียนคู่ดูและแก้ได้เฉพาะผู้ดูแลระบบ เจ้าหน้าที่และผู้บังคับบัญชาพิมพ์ "คู่ของฉัน" หรือถามทั่วไปได้ เช่น “เชียงใหม่มีคู่กับเมืองไหนบ้าง”',
  title: 'ทะเบียนคู่',
  words: {
    register: 'ทะเบียนคู่',
    edit: 'แก้คู่',
    add: 'เพิ่มคู่',
    close: 'ปิดคู่',
    reopen: 'คืนคู่',
    merge: 'รวมคู่',
    alike: 'คู่ซ้ำ',
    distinct: 'คนละคู่',
    log: 'ประวัติคู่',
    stage: 'ขั้นตอนคู่',
  },
  overview: 'หาคู่: พิมพ์ ทะเบียนคู่ ตามด้วยรหัส จังหวัด ประเทศ หรือชื่อคู่จะสะกดอย่างไรก็ได้ เช่น ทะเบียนคู่ SC101 หรือ ทะเบียนคู่ เชียงราย ยูนาน',
  how: [
    'แก้ข้อมูล: แก้คู่ SC101',
    'เพิ่มคู่ใหม่: เพิ่มคู่',
    'ปิด เมื่อสิ้นสุดหรือลงผิด: ปิดคู่ SC101 (ไม่มีการลบ คืนได้ด้วย คืนคู่ SC101)',
    'รวมสองแถวที่เป็นคู่เดียวกัน: คู่ซ้ำ หรือ รวมคู่ SC101 SC102',
    'ขั้นตอนและหนังสืออยู่ที่ใคร: ขั้นตอนคู่ SC145',
    'ใครแก้อะไรเมื่อใด: ประวัติคู่ SC101',
  ].join('\n'),
  rowsOf: (group: string, count: number) => `${group}: ${count} แถว`,
  rows: (count: number) => `${count} แถวในทะเบียน`,
  notComplete: 'ทะเบียนนี้ไม่ครบ จำนวนแถวไม่ใช่จำนวนคู่ทั้งหมดของประเทศ',
  none: (typed: string) => `ไม่พบ "${typed}" ในทะเบียน ลองพิมพ์ชื่อจังหวัด เช่น ทะเบียนคู่ เชียงราย หรือเพิ่มด้วยคำว่า เพิ่มคู่`,
  which: (word: string, example: string) => `หมายถึงคู่ใด พิมพ์รหัสต่อท้าย เช่น ${word} ${example}`,
  needsPair: (word: string) => `พิมพ์ ${word} ตามด้วยรหัสคู่ หรือจังหวัดและชื่อคู่ เช่น ${word} SC101`,
  page: (group: string, page: number) => `ทะเบียนคู่ ${group} หน้า ${page}`,
  nextPage: 'หน้าถัดไป',
  idAndGroup: (id: string, group: string) => `${id} · ${group}`,
  listNo: 'ลำดับในบัญชี มท.',
  rawName: 'ชื่อตามที่พิมพ์',
  known: 'ตัวสะกดที่รู้จัก',
  source: 'ที่มาของแถว',
  asOf: 'ข้อมูล ณ',
  carries: 'ระบบติดตามกิจกรรมทุกปีงบประมาณ',
  carriesNone: 'ไม่อยู่ในรายการที่ระบบติดตาม',
  byAdmin: '(ผู้ดูแลกำหนด)',
  editsHeading: 'แก้ในแชตโดยผู้ดูแล',
  edit: (source: string, asOf: string, on: string) => `${source} · ณ ${asOf} · บันทึก ${on}`,
  withdrawn: { mistaken: 'ถอนออกจากทะเบียนแล้ว', merged: 'รวมเข้ากับคู่อื่นแล้ว' },
  withdrawnRow: 'สถานะของแถว',
  withdrawnBecause: (why: string, reason: string, on: string) => `${why}: ${reason} (${on})`,
  nobody: 'ระบบ',
}

export const editSays = {
  title: 'แก้ข้อมูลคู่',
  about: (name: string) => `คู่: ${name}`,
  preview: 'ตรวจก่อนยืนยัน: ค่าเดิมและค่าใหม่',
  done: 'บันทึกแล้ว',
  doneText: (name: string) => `แก้ข้อมูลของ ${name} แล้ว มีผลทันที และจดไว้ในประวัติคู่`,
  same: 'ค่าใหม่เหมือนค่าเดิมทุกข้อ จึงไม่มีอะไรเปลี่ยนแปลง',
  changedMeanwhile: (lines: readonly string[]) =>
    ['มีผู้อื่นแก้ข้อมูลนี้ไประหว่างที่ท่านกรอก จึงยังไม่บันทึก ค่าล่าสุดคือ', ...lines, 'พิมพ์ แก้คู่ อีกครั้งถ้ายังต้องการแก้'].join('\n'),
  gone: (id: string) => `${id} ถูกถอนออกจากทะเบียนหรือไม่มีอยู่ พิมพ์ ทะเบียนคู่ ${id} เพื่อดู`,
  hasReports: (count: number) =>
    `คู่นี้มีรายงานแล้ว ${count} รายการในจังหวัดเดิม จึงเปลี่ยนจังหวัดไม่ได้ หากลงจังหวัดผิด ให้เพิ่มคู่ของจังหวัดที่ถูก แล้วปิดแถวนี้ด้วยเหตุผล`,
  noSigningWhenUnsigned: 'ยังไม่อยู่กลุ่มลงนามแล้ว วันที่ลงนามจะแสดงเมื่อกลุ่มเป็นลงนามแล้ว',
  alike: (names: readonly string[]) => `ชื่อนี้ใกล้กับ ${names.join(', ')} ของจังหวัดเดียวกัน หากเป็นคู่เดียวกัน ใช้ รวมคู่`,
}

export const addSays = {
  title: 'เพิ่มคู่',
  sameLabel: 'ชื่อใกล้กับคู่ที่มี',
  sameAsk: 'ชื่อนี้ใกล้กับคู่ที่จังหวัดมีอยู่แล้ว เป็นคู่เดียวกันหรือไม่',
  sameAs: (id: string) => `คู่เดียวกับ ${id}`.slice(0, 20),
  other: 'คนละคู่ เพิ่มใหม่',
  isThere: (name: string, id: string) => `${name} มีอยู่แล้ว จึงไม่เพิ่มซ้ำ พิมพ์ "แก้คู่ ${id}" เพื่อแก้ข้อมูล หรือ "ทะเบียนคู่ ${id}" เพื่อดู`,
  wrongSame: 'กรุณาเลือกหมายเลข: คู่เดียวกัน หรือคนละคู่',
  done: 'เพิ่มคู่แล้ว',
  doneText: (name: string, id: string) => `${name} มีรหัส ${id}`,
}

export const closeSays = {
  title: 'ปิดคู่',
  reopenTitle: 'คืนคู่',
  whyLabel: 'ปิดเพราะ',
  whyAsk: 'ปิดคู่นี้เพราะเหตุใด (ไม่มีการลบ ข้อมูลและรายงานเดิมอยู่ครบ)',
  whys: { ended: 'ความสัมพันธ์สิ้นสุด', mistaken: 'ลงแถวนี้ผิด' },
  onLabel: 'สิ้นสุดเมื่อ',
  onAsk: 'ความสัมพันธ์สิ้นสุดเมื่อวันที่ใด เช่น 30 ก.ย. 2568',
  done: (name: string) => `ปิด ${name} แล้ว`,
  ended: 'คู่นี้แสดงเป็น “สิ้นสุดความสัมพันธ์แล้ว” และไม่ถูกติดตามอีก',
  mistaken: (id: string) => `แถวนี้ไม่แสดงในทะเบียนอีก คืนได้ด้วยคำว่า คืนคู่ ${id}`,
  wrongWhy: 'กรุณาเลือก 1 หรือ 2',
  closedAlready: (id: string) => `${id} ปิดอยู่แล้ว พิมพ์ คืนคู่ ${id} หากปิดผิด`,
  notClosed: (id: string) => `${id} ไม่ได้ปิดอยู่ จึงไม่มีอะไรต้องคืน พิมพ์ ทะเบียนคู่ ${id} เพื่อดู`,
  merged: (id: string, into: string) => `${id} รวมเข้ากับ ${into} แล้ว จึงคืนเองไม่ได้ รายงานอยู่กับ ${into}`,
  reopened: (name: string, id: string) => `คืน ${name} เข้าทะเบียนแล้ว ตรวจกลุ่มและวันที่ลงนามด้วยคำว่า ทะเบียนคู่ ${id}`,
}

export const mergeSays = {
  title: 'รวมคู่',
  onlyAlike: 'ไม่พบแถวที่ชื่อใกล้กันภายในจังหวัดเดียวกัน',
  alikeTitle: 'แถวที่ชื่อใกล้กันในจังหวัดเดียวกัน',
  alikeLine: (a: string, b: string) => `${a}\nกับ ${b}`,
  alikeHow: (a: string, b: string) => `เป็นคู่เดียวกัน: พิมพ์ รวมคู่ ${a} ${b} · ไม่ใช่: พิมพ์ คนละคู่ ${a} ${b}`,
  how: 'พิมพ์รหัสสองคู่ เช่น รวมคู่ SC101 SC9001',
  twoPairs: 'ต้องเป็นสองรหัสที่ต่างกันและยังอยู่ในทะเบียน เช่น รวมคู่ SC101 SC9001',
  otherProvince: (a: string, b: string) => `รวมได้เฉพาะคู่ของจังหวัดเดียวกัน (${a} กับ ${b} เป็นคนละจังหวัด จึงเป็นคนละคู่เสมอ)`,
  keepLabel: 'เก็บแถวใด',
  keepAsk: 'เก็บแถวใดไว้ รายงาน หน้าที่รายปี และขั้นตอนของอีกแถวจะย้ายมาอยู่กับแถวนี้ ชื่อของอีกแถวเป็นตัวสะกดอื่น',
  keepWrong: 'กรุณาเลือก 1 หรือ 2',
  done: (kept: string, id: string, moved: number) =>
    `รวมแล้ว เก็บ ${kept} (${id}) ย้ายมา ${moved} รายการ รหัสเดิมยังใช้เรียกได้`,
  distinct: (a: string, b: string) => `จดไว้แล้วว่า ${a} กับ ${b} เป็นคนละคู่ จะไม่ถามอีก`,
}

export const logSays = {
  title: (name: string) => `ประวัติการแก้: ${name}`,
  none: 'ยังไม่มีการแก้ในแชต',
}
