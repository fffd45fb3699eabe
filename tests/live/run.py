"""Runs the toy server: ``python -m live.run PORT``."""

import sys
import threading
import time

import django
import uvicorn

if __name__ == "__main__":
    django.setup()

    from django.core.management import call_command
    from log.ballot import BallotDecider

    from live import toy
    from radslag.live.hub import hub
    from radslag.log.clerk import clerk
    from radslag.site.serving import Server

    call_command("migrate", verbosity=0)
    clerk().serve(BallotDecider())
    hub.register(kind="meeting", room=toy.BallotRoom())
    threading.Thread(target=toy.listen, daemon=True).start()
    config = uvicorn.Config(
        "radslag.site.asgi:application", port=int(sys.argv[1]), lifespan="on", access_log=False, log_level="warning",
        timeout_graceful_shutdown=5,
    )  # fmt: skip
    server = Server(config)

    def say_ready() -> None:
        while not server.started:
            time.sleep(0.02)
        print("READY", flush=True)

    threading.Thread(target=say_ready, daemon=True).start()
    server.run()
