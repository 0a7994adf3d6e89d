/** Countries by their everyday Thai names, and the words by which people call them. */

/** Only the names that differ from the locale data, or that people also call otherwise. */
const COUNTRIES: Readonly<Record<string, { th: string; aliases: readonly string[] }>> = {
  AU: { th: 'ออสเตรเลีย', aliases: ['ออสซี่', 'australia'] },
  CA: { th: 'แคนาดา', aliases: ['canada'] },
  CN: { th: 'จีน', aliases: ['สาธารณรัฐประชาชนจีน', 'ประเทศจีน', 'china'] },
  FR: { th: 'ฝรั่งเศส', aliases: ['france'] },
  ID: { th: 'อินโดนีเซีย', aliases: ['อินโด', 'indonesia'] },
  IN: { th: 'อินเดีย', aliases: ['india'] },
  JP: { th: 'ญี่ปุ่น', aliases: ['ยี่ปุ่น', 'japan'] },
  KH: { th: 'กัมพูชา', aliases: ['เขมร', 'cambodia'] },
  KR: { th: 'เกาหลีใต้', aliases: ['เกาหลี', 'สาธารณรัฐเกาหลี', 'korea'] },
  LA: { th: 'ลาว', aliases: ['สปป.ลาว', 'สปป ลาว', 'laos'] },
  MM: { th: 'เมียนมา', aliases: ['เมียนมาร์', 'พม่า', 'myanmar'] },
  MN: { th: 'มองโกเลีย', aliases: ['mongolia'] },
  MO: { th: 'มาเก๊า (จีน)', aliases: [] },
  MY: { th: 'มาเลเซีย', aliases: ['มาเล', 'malaysia'] },
  RU: { th: 'รัสเซีย', aliases: ['russia'] },
  US: { th: 'สหรัฐอเมริกา', aliases: ['สหรัฐฯ', 'สหรัฐ', 'อเมริกา', 'เมกา', 'usa', 'america'] },
  VN: { th: 'เวียดนาม', aliases: ['เวียตนาม', 'vietnam'] },
}

const localNames = new Intl.DisplayNames(['th'], { type: 'region' })

/** 'CN' -> 'จีน'; a code that is no country's comes back as it is. */
export function countryName(iso: string): string {
  return COUNTRIES[iso]?.th ?? localNames.of(iso) ?? iso
}

/** The words by which a person may call the country. */
export function countryWords(iso: string): string[] {
  const known = COUNTRIES[iso]
  return known ? [known.th, ...known.aliases].filter((word) => !word.includes('(')) : [countryName(iso)]
}

/** Every country with everyday words of its own, whether it has a pair or not. */
export const KNOWN_COUNTRIES: readonly string[] = Object.keys(COUNTRIES)
