/** What this room says to people, in Thai. */
import type { Pair } from './pair.ts'

export const csvSays = {
  missingColumns: (columns: string) => `บรรทัดแรกต้องเป็นชื่อคอลัมน์ และยังขาด ${columns}`,
  notCsv: 'ไม่ใช่แถว CSV ที่อ่านได้: จำนวนช่องไม่ตรงกับบรรทัดแรก หรือเครื่องหมายคำพูดไม่ครบคู่',
  badCell: (column: string) => `ช่อง ${column} ไม่มีค่า หรือค่าไม่ถูกรูปแบบ (ดูคำอธิบายคอลัมน์ใน src/pairs/README.md)`,
  unknownProvince: (name: string) => `“${name}” ไม่ใช่ชื่อจังหวัดใน 76 จังหวัด (ชื่อเต็ม ไม่มีคำว่าจังหวัด)`,
  noName: 'ต้องมี partner_th หรือ raw_name อย่างน้อยหนึ่งช่อง',
  yearsDiffer: 'signed_be ไม่ตรงกับปีของ signed_on (พ.ศ. = ค.ศ. + 543)',
  twice: (id: string, line: number | undefined) => `${id} ซ้ำกับบรรทัดที่ ${line}`,
}

/** How the sources of the register are cited; whatever is not here is shown as the register has it. */
const SOURCES: readonly (readonly [string, string])[] = [
  ['001_9132fd3a83a62553.txt', 'บัญชีท้ายแผนขับเคลื่อนฯ พ.ศ. 2562–2566'],
  ['003_57135ba5b59f5931.txt', 'เอกสารโครงการ ปีงบประมาณ 2563'],
  ['thaigov.go.th news', 'ข่าว thaigov.go.th'],
  ["Prime Minister's broadcast 6 Dec 2557", 'รายการของนายกรัฐมนตรี 6 ธ.ค. 2557'],
  ["Prime Minister's broadcast 24 Jul 2558", 'รายการของนายกรัฐมนตรี 24 ก.ค. 2558'],
  ['Yunnan FAO copy', 'สำเนาเว็บไซต์สำนักงานการต่างประเทศยูนนาน'],
  ['Hainan news copy', 'สำเนาข่าวไห่หนาน'],
  ['Ubon news', 'ข่าวจังหวัดอุบลราชธานี'],
  [' against ', ' ขัดกับ '],
  ['(date only)', '(เฉพาะวันที่)'],
]

/** The register's remarks in Thai; a remark that an admin writes is shown as it is. */
const REMARKS: Readonly<Record<string, string>> = {
  'the Chiang Mai city assembly resolved it': 'แหล่งของญี่ปุ่นระบุว่าเป็นมติสภาเทศบาลนครเชียงใหม่',
  'seed only': '',
  'name unreadable; show the raw name': 'ชื่อเมืองในบัญชีอ่านไม่ได้ จึงแสดงตามที่พิมพ์',
  'seed only; spelling corrected': 'สะกดชื่อใหม่จากที่พิมพ์ในบัญชี',
  'seed only; Toronto is a city in Ontario, not a state': 'บัญชีพิมพ์ว่า “มลรัฐโตรอนโต” แต่โตรอนโตเป็นเมืองในรัฐออนแทรีโอ',
  'same foreign city as list_no 10, another province: not a duplicate': 'เป็นเมืองเดียวกับคู่ของลำพูน แต่เป็นคนละคู่',
  'signed by the mayor of Lamphun': 'ลงนามโดยนายกเทศมนตรีเมืองลำพูน',
  'signed by the municipality; upgrade to governor level was proposed':
    'ลงนามโดยเทศบาลนครเชียงใหม่ เคยมีข้อเสนอให้ยกเป็นระดับจังหวัด',
  'year not shown': 'แหล่งไม่ระบุปี',
  'signed by the mayor of Chiang Mai': 'ลงนามโดยนายกเทศมนตรีนครเชียงใหม่',
  'friendship exchange agreement, governor with governor': 'ความตกลงแลกเปลี่ยนฉันมิตร ระดับผู้ว่าฯ กับผู้ว่าฯ',
  'sources conflict: MOU, or only LOI by 2562': 'แหล่งข้อมูลขัดกัน: MOU หรือมีเพียงหนังสือแสดงเจตจำนง (LOI) ณ ปี 2562',
  'signing was planned for 2014-10-09; that it took place was not found': 'มีกำหนดลงนาม 9 ต.ค. 2557 แต่ไม่พบว่าลงนามแล้ว',
  'city with province': 'เมืองกับจังหวัด',
  'one source says MOU, another letter of intent': 'แหล่งหนึ่งว่า MOU อีกแหล่งว่าหนังสือแสดงเจตจำนง (LOI)',
  'signed by the vice governor for the governor': 'รองผู้ว่าฯ ลงนามแทนผู้ว่าฯ',
  'friendly relations MOU': 'MOU ความสัมพันธ์ฉันมิตร',
  'cabinet informed after signing': 'แจ้งคณะรัฐมนตรีเพื่อทราบหลังลงนาม',
  'by 2555': 'มีอยู่แล้วภายในปี 2555',
  'by 2566': 'มีอยู่แล้วภายในปี 2566',
  'LOI 2016-06-15, MOU later (date not shown)': 'LOI 15 มิ.ย. 2559 แล้ว MOU ภายหลัง (แหล่งไม่ระบุวัน)',
  'by 2562-09': 'มี MOU แล้วภายใน ก.ย. 2562',
  'by 2566-10': 'มีอยู่แล้วภายใน ต.ค. 2566',
  'by 2559-11': 'มีอยู่แล้วภายใน พ.ย. 2559',
  'friendship city MOU': 'MOU เมืองมิตรภาพ',
  'end of 2557-11': 'ปลาย พ.ย. 2557',
  '2558-07': 'ก.ค. 2558',
  '2560-08': 'ส.ค. 2560',
  'date conflicts between sources': 'วันลงนามในแต่ละแหล่งไม่ตรงกัน',
  '003_57135ba5b59f5931.txt prints "แอริโซนา", which is wrong':
    'เอกสารโครงการ ปีงบประมาณ 2563 พิมพ์ว่า “เมาร์ท แอริโซนา” ซึ่งคลาดเคลื่อน',
  'signed by video conference': 'ลงนามผ่านระบบประชุมทางไกล',
  'draft talks began 2562-11': 'เริ่มหารือร่างตั้งแต่ พ.ย. 2562',
  'before 2567-10': 'มีอยู่แล้วก่อน ต.ค. 2567',
  'province or municipality not certain': 'ไม่แน่ชัดว่าเป็นระดับจังหวัดหรือเทศบาล',
  '2566-10': 'ข้อมูล ณ ต.ค. 2566',
  'committee 2567-11-11; called twin city': 'ประชุมคณะกรรมการ 11 พ.ย. 2567 เรียกว่า “เมืองคู่แฝด”',
  '2564-05-31': 'ข้อมูล ณ 31 พ.ค. 2564',
  '2562-09': 'ข้อมูล ณ ก.ย. 2562',
  '2566-11': 'ข้อมูล ณ พ.ย. 2566',
}

export const remarkOf = (pair: Pair) => REMARKS[pair.note ?? ''] ?? pair.note ?? ''

export const sourceOf = (pair: Pair) => SOURCES.reduce((text, [from, to]) => text.replaceAll(from, to), pair.source)

export const STATUS: Readonly<Record<Pair['status'], string>> = {
  signed: 'ลงนามแล้ว',
  in_progress: 'อยู่ระหว่างดำเนินการ ยังไม่พบการลงนาม',
  proposed: 'มีความสนใจ ยังไม่พบการลงนาม',
  unknown: 'ยังยืนยันการลงนามไม่ได้',
  ended: 'สิ้นสุดความสัมพันธ์แล้ว',
}

export const INSTRUMENT: Readonly<Record<Pair['instrument'], string>> = {
  mou: 'MOU',
  loi: 'หนังสือแสดงเจตจำนง (LOI)',
  agreement: 'ความตกลง',
  unknown: '',
}

export const CERTAINTY: Readonly<Record<Pair['pairCertainty'], string>> = {
  A: '',
  B: 'พบแหล่งเดียวหรือแหล่งรอง',
  C: 'ข้อมูลไม่แน่นอน ควรตรวจสอบก่อนใช้',
}

export const detailSays = {
  listNo: (no: number) => `ลำดับที่ ${no} ในบัญชี มท.`,
  year: (be: number) => `ปี ${be}`,
  noDate: 'ไม่พบวันที่หรือปีที่ลงนาม',
  printedAs: (raw: string) => `บัญชีพิมพ์ว่า “${raw}”`,
  endedOn: (day: string, reason: string) => `สิ้นสุดเมื่อ ${day}: ${reason}`,
  byMunicipality: 'ลงนามในระดับเทศบาล',
  sourceOfList: (source: string, day: string) => `ที่มา: ${source} · ณ ${day}`,
  sourceRead: (source: string, day: string) => `ที่มา: ${source} · อ่านเมื่อ ${day}`,
}

export const answerSays = {
  notCertain: '(ข้อมูลไม่แน่นอน ควรตรวจสอบก่อนใช้)',
  incomplete:
    'รายการนี้ไม่ครบ: มีเฉพาะ 20 คู่แรกจาก 89 คู่ในบัญชี มท. (ณ 4 ม.ค. 2562) กับที่พบในแหล่งสาธารณะ สอบถามบัญชีเต็มที่กองการต่างประเทศ สป.มท.',
  ofProvince: (province: string) => `คู่ของจังหวัด${province}`,
  foundOfProvince: (province: string) => `คู่ของจังหวัด${province}เท่าที่พบในข้อมูลที่มี`,
  noneOfProvince: (province: string) => `ไม่พบคู่ของจังหวัด${province}ในข้อมูลที่มี ซึ่งไม่ได้แปลว่าไม่มีคู่ เพราะข้อมูลไม่ครบ`,
  ofCountry: (country: string) => `คู่กับ${country}`,
  foundOfCountry: (country: string) => `คู่กับ${country}เท่าที่พบในข้อมูลที่มี`,
  noneOfCountry: (country: string) => `ไม่พบคู่กับ${country}ในข้อมูลที่มี ซึ่งไม่ได้แปลว่าไม่มี เพราะข้อมูลไม่ครบ`,
  signedOn: (name: string, when: string) => `${name} ลงนาม${when}`,
  signerIs: (name: string, remark: string) => `${name}: ${remark}`,
  noSigner: (name: string, level: string) => `${name}: ไม่พบในข้อมูลที่มีว่าผู้ใดลงนาม${level ? ` (${level})` : ''}`,
  level: { province: 'ลงนามในระดับจังหวัด', municipality: 'ลงนามในระดับเทศบาล', unknown: '' },
  noSigningDate: (name: string) => `${name}: ไม่พบวันที่หรือปีที่ลงนามในข้อมูลที่มี`,
  notSigned: (name: string, status: string) => `${name}: ${status}`,
  whereIs: (partner: string, country: string, provinces: string) =>
    `${partner} อยู่ใน${country} เป็นคู่ของจังหวัด${provinces}`,
  unreadable: (raw: string, province: string, country: string) =>
    `“${raw}” เป็นชื่อตามที่พิมพ์ในบัญชี อ่านไม่ได้แน่ชัดว่าเป็นเมืองใดใน${country} เป็นคู่ของจังหวัด${province}`,
  partnerOf: (partner: string, country: string, provinces: string) =>
    `${partner} (${country}) เป็นคู่ของจังหวัด${provinces}`,
  pairFound: (name: string) => `พบคู่ ${name} ในข้อมูลที่มี`,
  noPairTitle: 'ไม่พบคู่นี้',
  noSuchPair: (province: string, partner: string) => `ไม่พบคู่ ${province} – ${partner} ในข้อมูลที่มี`,
  noMoreIsKnown: 'เรื่องอื่นของคู่นี้ ข้อมูลที่มีไม่ได้ระบุไว้ สอบถามกองการต่างประเทศ สป.มท.',
  first: 'คู่แรกในบัญชีของกระทรวงมหาดไทย',
  firstText: (name: string, year = 0, same = '') =>
    `คู่ที่ 1 ตามบัญชีของกระทรวงมหาดไทยคือ ${name} ปี ${year}${same ? ` (ปีเดียวกับ ${same})` : ''}`,
  latest: (name: string, when: string) => `คู่ที่ลงนามล่าสุดเท่าที่พบในข้อมูลที่มีคือ ${name} ลงนาม${when}`,
  latestTitle: 'คู่ล่าสุดเท่าที่พบ',
  listTitle: 'รายชื่อคู่ 20 ลำดับแรก จาก 89 คู่',
  list: 'ข้อมูลที่มีมีเพียง 20 คู่แรก ไม่พบรายชื่อลำดับ 21–89 สอบถามบัญชีเต็มที่กองการต่างประเทศ สป.มท.',
  rowTitle: (no: number) => `ลำดับที่ ${no} ในบัญชี มท.`,
  rowMissing: (no: number) => `ไม่พบลำดับที่ ${no} ในข้อมูลที่มี ซึ่งมีเพียงลำดับ 1–20 จาก 89 คู่`,
  ofYear: (be: number) => `คู่ที่ลงนามปี ${be}`,
  foundOfYear: (be: number) => `คู่ที่ลงนามปี ${be} เท่าที่พบในข้อมูลที่มี`,
  noneOfYear: (be: number) => `ไม่พบคู่ที่ลงนามปี ${be} ในข้อมูลที่มี`,
  continued: '(ต่อ)',
  registerNote: 'ทะเบียนนี้ไม่ครบ ใช้อ้างอิงพร้อมที่มาและวันที่ของแต่ละคู่',
  whichProvince: 'หมายถึงจังหวัดใด',
  askAboutProvince: (province: string) => `${province}มีคู่กับเมืองไหนบ้าง`,
}

export const mine = {
  title: 'คู่ของฉัน',
  subtitle: (provinces: string, fiscalYear: number) => `จังหวัด${provinces} · ปีงบประมาณ ${fiscalYear}`,
  none: (provinces: string) => `ไม่พบคู่ของจังหวัด${provinces}ในทะเบียนของระบบ หากมีคู่ที่ลงนามแล้ว แจ้งผู้ดูแลระบบให้เพิ่มได้`,
  guest:
    'คำสั่งนี้สำหรับเจ้าหน้าที่ที่ลงทะเบียนแล้ว (พิมพ์ ลงทะเบียน ตามด้วยรหัสเชิญ)\nถามเรื่องคู่ทั่วไปได้เลย เช่น “เชียงใหม่มีคู่กับเมืองไหนบ้าง” หรือ “ขอนแก่น ดานัง ลงนามเมื่อไหร่”',
  admin: 'ผู้ดูแลดูได้ทุกจังหวัด: พิมพ์ สรุป เพื่อดูทั้งปี หรือถามเป็นรายจังหวัด เช่น “เชียงใหม่มีคู่กับเมืองไหนบ้าง”',
  reported: (count: number, { waiting = 0, returned = 0 }: { waiting?: number; returned?: number } = {}) =>
    [
      `มีรายงานแล้ว ${count} กิจกรรม`,
      ...(waiting > 0 ? [`รอตรวจ ${waiting}`] : []),
      ...(returned > 0 ? [`ส่งกลับให้แก้ไข ${returned}`] : []),
    ].join(' · '),
  planned: (day: string) => `แจ้งกำหนดจัดไว้ ${day}`,
  noReport: 'ยังไม่พบรายงานกิจกรรมในระบบ',
  exempt: 'ยกเว้นในปีนี้',
  noDuty: 'ไม่อยู่ในรายการที่ระบบติดตาม',
  report: 'รายงานกิจกรรม',
  tapToReport: 'แตะคู่เพื่อรายงานกิจกรรม',
  tapForHistory: 'แตะคู่เพื่อดูประวัติ',
  history: 'ประวัติและขั้นตอน ›',
  typed: 'ดูประวัติทีละคู่ พิมพ์ คู่ของฉัน ตามด้วยหมายเลขหรือรหัส เช่น คู่ของฉัน 1',
  historyOf: (id: string) => `คู่ของฉัน ${id}`,
  moveStage: 'ขั้นตอนคู่',
  relation: 'ความสัมพันธ์',
  dutyOf: (fiscalYear: number) => `ปีงบประมาณ ${fiscalYear}`,
  stage: 'ขั้นตอนล่าสุด',
  noStage: 'ยังไม่มีการบันทึกขั้นตอน',
  pastStages: 'ขั้นตอนก่อนหน้า',
  activities: 'กิจกรรม',
  noActivities: 'ยังไม่พบรายงานกิจกรรมในระบบ',
  yearOf: (year: number, count: number) => `ปีงบประมาณ ${year}: ${count} กิจกรรม`,
  askYear: (id: string, year: number) => `พิมพ์ คู่ของฉัน ${id} ${year} เพื่อดูทั้งปี`,
  yearTitle: (name: string, year: number, count: number) => `${name} ปีงบประมาณ ${year}: ${count} กิจกรรม`,
  noneInYear: (name: string, year: number) => `ไม่พบรายงานกิจกรรมของ ${name} ในปีงบประมาณ ${year} ในระบบ`,
  activity: (days: string, title: string, receiptNo: string) => `${days} ${title} (${receiptNo})`,
  notYours: (provinces: string) => `ดูได้เฉพาะคู่ของจังหวัดที่ท่านดูแล (${provinces}) พิมพ์ "คู่ของฉัน" เพื่อดูรายการ`,
  unknownPair: (typed: string) => `ไม่พบ "${typed}" พิมพ์ "คู่ของฉัน" ตามด้วยหมายเลขหรือรหัสคู่ เช่น คู่ของฉัน SC101`,
  which: (lines: readonly string[]) => ['หมายถึงคู่ใด พิมพ์ เช่น', ...lines.map((line) => `คู่ของฉัน ${line}`)].join('\n'),
  note: 'ไม่พบรายงานในระบบ ไม่ได้แปลว่าไม่มีกิจกรรม',
}
