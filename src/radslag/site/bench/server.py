"""Runs what is measured, or its floor, on a core of its own: ``python -m radslag.site.bench.server ours PORT``.

Each line on standard input is answered with how many sittings and acts the clerk has counted, and the memory used.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading


def main(what: str, port: int) -> int:
    """Serve until told to stop."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    threading.Thread(target=_tell, daemon=True).start()
    if what == "ours":
        from radslag.site.serving import serve

        return serve("127.0.0.1", port, crowd=False)

    import uvicorn

    from radslag.site.bench.conduct import Floor
    from radslag.site.serving import SWITCH

    sys.setswitchinterval(SWITCH)
    config = uvicorn.Config(
        Floor(), host="127.0.0.1", port=port, loop="uvloop", http="httptools", ws="none", lifespan="off",
        access_log=False, log_config=None, backlog=2048, timeout_keep_alive=75, timeout_graceful_shutdown=1,
    )  # fmt: skip
    print("READY", flush=True)
    uvicorn.Server(config).run()
    return 0


def _tell() -> None:
    from radslag.log import conduct

    for _ in sys.stdin:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps([*conduct.tally(), memory]), flush=True)


if __name__ == "__main__":
    import django

    django.setup()
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
