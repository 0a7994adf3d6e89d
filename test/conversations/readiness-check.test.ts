/** `ก่อนเริ่ม`: whether the documents let it be done as a sister-city relation, and what is missing. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

describe('the check before the beginning', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('tells a local body at once that it cannot, with the rule and the other framework', async () => {
    const { guest } = world
    await guest.says('ก่อนเริ่ม')
    await guest.sees('ในนามหน่วยงานใด')
    await guest.says('เทศบาลตำบลแม่สาย')
    await guest.sees('ทำในกรอบเมืองพี่เมืองน้องไม่ได้')
    await guest.sees('ระดับจังหวัดเท่านั้น')
    await guest.sees('ที่ไม่ใช่ Sister City รวมทั้งชื่อเรียกอื่นที่มีความหมายเดียวกัน')
    await guest.sees('มิได้มีผลผูกพันรัฐบาลไทย')
    await guest.sees('หนังสืออำเภอแม่สาย 23 ก.พ. 2569')
    await guest.taps('ท้องถิ่นร่วมมือแบบใดได้')
    await guest.sees('ความตกลงสาขาความร่วมมือ')
  })

  it('sends Bangkok, and who is no province, elsewhere', async () => {
    await world.guest.says('ตรวจความพร้อม')
    await world.guest.says('กทม.')
    await world.guest.sees('ดูแลเมืองพี่เมืองน้องของตนเอง')
    await world.guest.says('ก่อนเริ่ม')
    await world.guest.says('4')
    await world.guest.sees('ทำในกรอบเมืองพี่เมืองน้องไม่ได้')
  })

  it('never guesses: what is not sure is missing, and asked of the ministry', async () => {
    const { officer } = world
    await officer.says('ก่อนเริ่ม')
    await officer.says('เพชร')
    await officer.sees(/เพชรบุรี.*เพชรบูรณ์/)
    await officer.says('เชียงราย')
    await officer.sees('คู่ที่สนใจ')
    await officer.says('เมืองหลวงน้ำทา สปป.ลาว')
    await officer.sees('คู่มีฐานะใด')
    await officer.says('น่าจะได้มั้ง')
    await officer.sees('กรุณาเลือก 1–3')
    await officer.says('ไม่แน่ใจ')
    for (const answer of ['1', 'ยังไม่ได้พิจารณา', 'มีแล้ว', '๑', 'ยังไม่มี', '3', '1']) await officer.says(answer)
    await officer.sees('ยังขาดบางข้อ')
    await officer.sees('✗ คู่ต้องมีฐานะเทียบเท่าจังหวัดของไทย')
    await officer.sees('✗ เตรียมงบประมาณ: ยังขาด')
    await officer.sees('✗ เตรียมบุคลากร: ยังไม่แน่ใจ')
    await officer.sees('✓ เตรียมแผนงาน: มี')
    await officer.sees('ก่อนดำเนินการให้หารือกองการต่างประเทศ')
    await officer.doesNotSee('เข้าเกณฑ์ตามเอกสารที่มี')
  })

  it('says that it meets what the documents ask for, in words that can be forwarded, each reason with its source', async () => {
    const { guest } = world
    await guest.says('ก่อนเริ่ม')
    await guest.taps('จังหวัด')
    await guest.says('มณฑลยูนนาน จีน')
    await guest.taps('เทียบเท่าจังหวัด')
    await guest.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await guest.sees('อย่างน้อยปีละ')
    for (let i = 0; i < 6; i += 1) await guest.says('มีแล้ว')
    await guest.says('ย้อนกลับ')
    await guest.says('ข้าม')
    await guest.taps('มีแล้ว')
    await guest.sees('เข้าเกณฑ์ตามเอกสารที่มี')
    await guest.sees('จังหวัด กับ มณฑลยูนนาน จีน')
    await guest.sees(/✓ เตรียมแผนงาน: มี \(ข่าวรัฐบาลไทย.*27–28 ส\.ค\. 2561\)/)
    await guest.sees(/พิจารณาประโยชน์ที่จะได้รับ: มี \(แผนขับเคลื่อน.*แนวทางการขับเคลื่อนที่ ๑/)
    await guest.sees('ไม่ใช่การอนุมัติ')
    await guest.sees('สิ้นสุดแล้ว')
  })
})

describe('the steps', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('are walked by typing, forth and back, each with who, papers, cases, sources and certainty', async () => {
    const { guest } = world
    await guest.says('ขั้นตอน')
    await guest.sees('ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม')
    await guest.taps('รายละเอียด')
    await guest.says('ขั้นตอนที่ ๖')
    await guest.sees('ข้อ 6 จาก 13')
    await guest.sees('ผู้เกี่ยวข้อง: จังหวัดกับฝ่ายต่างประเทศ')
    await guest.sees('เอกสาร: หนังสือแสดงเจตจำนง')
    await guest.sees(/กรณีที่เกิดขึ้นจริง[\s\S]*เชียงใหม่–สิบสองปันนา/)
    await guest.sees('ไม่ใช่ข้อกำหนด')
    await guest.says('ต่อไป')
    await guest.sees('ข้อ 7 จาก 13')
    await guest.sees('ความแน่นอน')
    await guest.sees(/ความยุ่งยาก[\s\S]*มณฑล/)
    await guest.says('ก่อนหน้า')
    await guest.taps('ต่อไป: ข้อ 7')
    await guest.sees('ข้อ 7 จาก 13')
  })
})
