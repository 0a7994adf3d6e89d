/** Baseline B: the echo bot of LINE's own SDK, as its documentation writes it. It stores nothing and knows nobody. */
import { LineBotClient, middleware, type webhook } from '@line/bot-sdk'
import express from 'express'

const {
  PORT,
  LINE_CHANNEL_SECRET: channelSecret = '',
  LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken = '',
  LINE_API_BASE_URL: apiBaseURL,
} = process.env

const client = LineBotClient.fromChannelAccessToken({ channelAccessToken, apiBaseURL })
const app = express()

app.post('/webhook', middleware({ channelSecret }), async (request, response) => {
  const { events } = request.body as webhook.CallbackRequest
  response.json(await Promise.all(events.map(handleEvent)))
})
app.listen(Number(PORT), '127.0.0.1')

async function handleEvent(event: webhook.Event): Promise<unknown> {
  if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken) return null
  const messages = [{ type: 'text' as const, text: event.message.text }]
  return client.replyMessage({ replyToken: event.replyToken, messages })
}
