/** What the simulator's server and LINE's message format say to the page. Everything optional may be missing or new. */

export interface PageSnapshot {
  now: string
  botName: string
  phones: Phone[]
}

export interface Phone {
  id: string
  userId: string
  name: string
  role: string
  provinces: string[]
  following: boolean
  position?: string
  /** The rich menu at the foot of this phone's chat. */
  richMenu?: string | null
  messages: ChatEntry[]
}

/** One line of a chat. `from: 'system'` is the simulator's own note, such as "followed" or "blocked". */
export interface ChatEntry {
  id: string
  at: string
  from: 'user' | 'bot' | 'system'
  message: LineMessage
}

export interface LineMessage {
  type: string
  text?: string
  altText?: string
  contents?: FlexContainer
  template?: LineTemplate
  originalContentUrl?: string
  previewImageUrl?: string
  fileName?: string
  fileSize?: number
  quickReply?: { items: { imageUrl?: string; action: LineAction }[] }
}

export interface LineTemplate {
  type: string
  text?: string
  title?: string
  thumbnailImageUrl?: string
  actions?: LineAction[]
  columns?: LineTemplate[]
}

export interface LineAction {
  type: string
  label?: string
  text?: string
  data?: string
  displayText?: string
  uri?: string
  mode?: 'date' | 'time' | 'datetime'
  initial?: string
  min?: string
  max?: string
  clipboardText?: string
}

export interface FlexContainer {
  type: string
  size?: string
  direction?: string
  header?: FlexComponent
  hero?: FlexComponent
  body?: FlexComponent
  footer?: FlexComponent
  styles?: Partial<Record<'header' | 'hero' | 'body' | 'footer', FlexBlockStyle>>
  contents?: FlexContainer[]
  action?: LineAction
}

export interface FlexBlockStyle {
  backgroundColor?: string
  separator?: boolean
  separatorColor?: string
}

/** A Flex component of any type: LINE's property names, all as they come. */
export interface FlexComponent {
  type: string
  contents?: FlexComponent[]
  text?: string
  url?: string
  action?: LineAction
  layout?: 'vertical' | 'horizontal' | 'baseline'
  flex?: number
  spacing?: string
  margin?: string
  size?: string
  color?: string
  style?: string
  height?: string
  width?: string
  maxWidth?: string
  maxHeight?: string
  weight?: string
  align?: string
  gravity?: string
  wrap?: boolean
  maxLines?: number
  lineSpacing?: string
  decoration?: string
  aspectRatio?: string
  aspectMode?: string
  position?: string
  /** The rich menu at the foot of this phone's chat. */
  richMenu?: string | null
  offsetTop?: string
  offsetBottom?: string
  offsetStart?: string
  offsetEnd?: string
  paddingAll?: string
  paddingTop?: string
  paddingBottom?: string
  paddingStart?: string
  paddingEnd?: string
  backgroundColor?: string
  background?: { type?: string; angle?: string; startColor?: string; centerColor?: string; endColor?: string }
  borderWidth?: string
  borderColor?: string
  cornerRadius?: string
  justifyContent?: string
  alignItems?: string
  adjustMode?: string
}

export interface RichMenu {
  richMenuId: string
  size: { width: number; height: number }
  chatBarText: string
  areas: { bounds: { x: number; y: number; width: number; height: number }; action: LineAction }[]
}

/** One signed webhook to the bot, or one call of the bot to LINE's API. Bodies are JSON values or text. */
export interface TrafficEntry {
  id: string
  at: string
  direction: 'webhook' | 'api'
  method: string
  path: string
  status: number
  requestBody?: unknown
  responseBody?: unknown
  ms?: number
}
