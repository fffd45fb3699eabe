"""What time itself brings about."""

from datetime import UTC, datetime

from radslag.site.tick import duties, tick

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_every_domain_with_a_duty_is_asked_once_with_the_same_time():
    asked = []
    assert tick(NOW, [("a", asked.append), ("b", asked.append)]) == []
    assert asked == [NOW, NOW]


def test_a_duty_that_fails_does_not_silence_the_others():
    asked = []

    def fails(now):
        raise ValueError(now)

    assert tick(NOW, [("a", fails), ("b", asked.append)]) == ["a"]
    assert asked == [NOW]


def test_the_noticeboards_heartbeat_is_a_duty():
    assert "noticeboard" in [name for name, _ in duties()]
