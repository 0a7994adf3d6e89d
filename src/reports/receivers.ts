/** Who is told about a report: whoever sent it last; when they have left or cannot be reached, all who hold the post now. */
import { officersOf, type Person } from '../people/index.ts'
import type { Reader } from '../store/index.ts'
import type { Report } from './report.ts'

export async function receiversOf(read: Reader, report: Report): Promise<Person[]> {
  const reachable = (await officersOf(read, report.provinceTh)).filter(({ blocked }) => !blocked)
  const sender = reachable.find(({ id }) => id === (report.editedBy ?? report.reportedBy))
  return sender ? [sender] : reachable
}
