/** The questions that are asked of budget requests, and the changes made to them; nothing else in this room reads or writes them. */
import type { Change } from '../bot/types.ts'
import type { Reader, Stored } from '../store/index.ts'
import { type BudgetRequest, budgetRequests } from './request.ts'

type Found = Stored<BudgetRequest>

const stands = ({ status }: BudgetRequest) => status === 'submitted'

/** Of a fiscal year and not withdrawn, by receipt number. */
export async function requestsOfYear(read: Reader, fiscalYear: number): Promise<Found[]> {
  return (await read.find(budgetRequests, 'byYear', [fiscalYear])).filter(stands)
}

/** The same of these provinces alone. */
export async function requestsOfProvinces(
  read: Reader,
  provinces: readonly string[],
  fiscalYear: number,
): Promise<Found[]> {
  const found = await Promise.all(
    provinces.map((province) => read.find(budgetRequests, 'byProvince', [province, fiscalYear])),
  )
  return found.flat().filter(stands)
}

/** Whatever its status. */
export async function requestByReceipt(read: Reader, receiptNo: string): Promise<Found | undefined> {
  const [request] = await read.find(budgetRequests, 'byReceipt', [receiptNo], { limit: 1 })
  return request
}

/** All that this person has asked for, oldest first. */
export function requestsOfPerson(read: Reader, personId: string): Promise<Found[]> {
  return read.find(budgetRequests, 'byRequester', [personId])
}

/** The changes after which the requests for one pair are for another: both were the same. */
export async function moveRequests(
  read: Reader,
  from: string,
  to: string,
): Promise<{ readonly changes: readonly Change[]; readonly receiptNos: readonly string[] }> {
  const found = await read.find(budgetRequests, 'byPair', [from])
  return {
    changes: found.map((request) => saveRequest({ ...request, pairId: to })),
    receiptNos: found.map(({ receiptNo }) => receiptNo),
  }
}

/** The next free number of the year; the unique index lets one of two people through who are given the same. */
export async function nextReceiptNo(read: Reader, fiscalYear: number): Promise<string> {
  const [last] = await read.find(budgetRequests, 'byYear', [fiscalYear], { order: 'desc', limit: 1 })
  const count = Number(last?.receiptNo.split('-')[1] ?? 0) + 1
  return `B${fiscalYear}-${String(count).padStart(6, '0')}`
}

export function addRequest(request: BudgetRequest): Change {
  return (tx) => tx.insert(budgetRequests, request)
}

export function saveRequest(request: Found): Change {
  return (tx) => tx.replace(budgetRequests, request)
}
