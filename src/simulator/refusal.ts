/** Something that a phone, or the simulator's page, cannot do; the message is a Thai sentence for whoever tried. */
export class PhoneRefusal extends Error {
  readonly status: number

  constructor(say: string, status = 400) {
    super(say)
    this.name = 'PhoneRefusal'
    this.status = status
  }
}
