// A bare node:http server that answers a fixed JSON body and reads what is posted: the most a mock could reach.
import { createServer } from 'node:http';

const body = '{"id":1,"name":"Murka","tags":["cat","tabby"],"born":"2024-02-28"}';
createServer((request, response) => {
  request.on('data', () => {});
  request.on('end', () => {
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(body);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
