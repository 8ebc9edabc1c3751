import express from 'express';

const [port] = process.argv.slice(2);
const app = express();
app.use(express.json({ limit: '1mb' }));
app.post('/v1/realtime/client_secrets', async (request, response) => {
  const minted = await fetch(`${process.env.VENDOR_URL}/v1/realtime/client_secrets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.OPENAI_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(request.body),
  });
  response.status(minted.status).json(await minted.json());
});
app.listen(Number(port), '127.0.0.1');
