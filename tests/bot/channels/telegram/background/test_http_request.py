"""python-telegram-bot over aiohttp: what is certain about a message, and what nobody knows."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TimedOut

from bot.channels.telegram.background.http_request import AiohttpRequest, Flood, Unreached
from bot.simulator import TOKEN, Simulator
from tests.support.process import free_port

pytestmark = pytest.mark.real


def bot(url: str, request: AiohttpRequest, token: str = TOKEN) -> Bot:
    return Bot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=request,
        get_updates_request=AiohttpRequest(),
    )


async def test_words_and_files_go_out_and_files_come_back() -> None:
    async with Simulator() as simulator:
        (ida,) = simulator.many(1)
        async with bot(simulator.url, AiohttpRequest()) as there:
            await there.send_message(ida.id, "Ça va & <ok> 🙂")
            sent = await there.send_document(ida.id, b"a,b", filename="ö.csv", caption="Here")
            assert sent.document is not None
            file = await sent.document.get_file()
            assert bytes(await file.download_as_bytearray()) == b"a,b"
            await there.initialize()  # a second time changes nothing
        assert [each.text for each in ida.screen] == ["Ça va & <ok> 🙂", "Here"]
        assert ida.files[0].name == "ö.csv"
        assert simulator.complaints == []


async def test_what_telegram_refuses_is_told_as_it_is() -> None:
    async with Simulator() as simulator:
        ida, gone = simulator.many(2)
        await gone.blocks()
        async with bot(simulator.url, AiohttpRequest()) as there:
            with pytest.raises(Forbidden):
                await there.send_message(gone.id, "x")
            with pytest.raises(BadRequest):
                await there.send_message(ida.id, "")
            simulator.mischief.flood(1, retry_after=7)
            with pytest.raises(Flood) as flood:
                await there.send_message(ida.id, "x")
            assert flood.value.seconds == 7
        with pytest.raises(InvalidToken):
            async with AiohttpRequest() as request:
                await bot(simulator.url, request, "1:wrong").get_me()


async def test_nothing_was_sent_where_nobody_listens() -> None:
    """So sending it again is safe."""
    request = AiohttpRequest()
    async with request:
        with pytest.raises(Unreached):
            await bot(f"http://127.0.0.1:{free_port()}", request).get_me()


async def test_after_a_time_out_or_a_broken_line_nobody_knows() -> None:
    async with Simulator() as simulator:
        (ida,) = simulator.many(1)
        async with bot(simulator.url, AiohttpRequest(read_timeout=0.2)) as there:
            simulator.mischief.delay(1, times=1)
            with pytest.raises(TimedOut):
                await there.send_message(ida.id, "x")
            simulator.mischief.drop(1, after_work=True)
            with pytest.raises(NetworkError) as broken:
                await there.send_message(ida.id, "x")
            assert not isinstance(broken.value, Unreached)
            assert TOKEN not in str(broken.value)


async def test_a_file_that_nobody_takes_is_given_up() -> None:
    """The line is dead in the middle of a picture: without an end, a broadcast would wait on."""
    over = asyncio.Event()

    async def deaf(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    server = await asyncio.start_server(deaf, "127.0.0.1", 0, limit=1024)
    port = server.sockets[0].getsockname()[1]
    async with AiohttpRequest() as request:
        there = bot(f"http://127.0.0.1:{port}", request)
        async with asyncio.timeout(20):
            with pytest.raises(TimedOut):
                await there.send_document(
                    1,
                    bytes(20_000_000),
                    connect_timeout=0.2,
                    pool_timeout=0.2,
                    read_timeout=0.2,
                )
    over.set()
    server.close()
    await server.wait_closed()


async def test_it_has_to_be_opened_first() -> None:
    with pytest.raises(RuntimeError):
        await AiohttpRequest().do_request("http://127.0.0.1", "GET")
