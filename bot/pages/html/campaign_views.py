"""What a campaign's page says, and the counter that other sites show."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.drawing import share_cards
from bot.pages import growth_curve
from bot.pages.facts import Facts
from bot.pages.rendering import Renderer
from bot.texts.share_texts import write
from handlers.dialogue.messages import Share, Words
from handlers.dialogue.step import Locale
from handlers.domain.campaigns import Campaign
from handlers.domain.text import cut
from handlers.supporter.sharing import share

PHONES_ONLY = {"viber", "messenger", "sms"}
"""Apps whose addresses open only where the app is, which is mostly on phones."""

FRAME_HEIGHT = 300
"""Pixels that the counter takes in the wordiest language, with two lines of a title."""


@dataclass(frozen=True, slots=True)
class ShareButton:
    """An app to pass the page on in. `url` is empty where the text is to be copied."""

    app: str
    label: str
    url: str
    text: str
    phones_only: bool


class CampaignViews:
    """The HTML of a campaign's page and of its counter."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def page(self, facts: Facts, bot_link: str) -> bytes:
        """The campaign's own page, HTML in UTF-8; `bot_link` opens the bot at the campaign."""
        campaign, alert, locale = facts.campaign, facts.alert, facts.locale
        address = self._renderer.address(campaign.slug, locale)
        passed_on = self._passed_on(facts, address)
        return self._renderer.render(
            "page.html",
            locale,
            facts=facts,
            campaign=campaign,
            alert=alert,
            address=address,
            anywhere=self._renderer.address(campaign.slug),
            card=f"{self._renderer.address(campaign.slug)}/card/{locale}.png?{share_cards.visible(facts.total)}",
            described=cut(alert.summary, 300, between_words=True),
            alternates=[
                (
                    each,
                    self._renderer.address(campaign.slug, each.tag),
                    self._renderer.plain(Words("page-in-your-language"), each.tag),
                )
                for each in self._locales(campaign)
            ],
            bot_link=bot_link,
            buttons=[each for each in passed_on if each.url],
            to_copy=next(each.text for each in passed_on if each.app == "copy"),
            paragraphs=_paragraphs,
            curve=facts.curve,
            curve_size=(growth_curve.WIDTH, growth_curve.HEIGHT),
            others=[
                (
                    each.alert(locale).title,
                    self._renderer.address(each.slug, locale if locale in each.texts else ""),
                )
                for each in facts.others
            ],
            snippet=self._snippet(facts),
        )

    def embed(self, facts: Facts) -> bytes:
        """The counter for other sites, HTML in UTF-8."""
        return self._renderer.render(
            "embed.html",
            facts.locale,
            facts=facts,
            campaign=facts.campaign,
            alert=facts.alert,
            address=self._renderer.address(facts.campaign.slug, facts.locale),
        )

    def missing(self, locale: str, others: Sequence[Campaign]) -> bytes:
        """What is shown in place of a campaign that is not there, HTML in UTF-8."""
        listed = [(each.alert(locale).title, self._renderer.address(each.slug)) for each in others]
        return self._renderer.render("missing.html", locale, others=listed)

    def _locales(self, campaign: Campaign) -> list[Locale]:
        """The languages in which the campaign can be read here."""
        return [each for tag, each in self._renderer.texts.known.items() if tag in campaign.texts]

    def _passed_on(self, facts: Facts, address: str) -> list[ShareButton]:
        """What can be passed on in each app: this page, for it opens anywhere."""
        locale = facts.locale
        found = []
        for link in share.links(facts.campaign, locale, facts.campaign.slug, facts.country):
            if isinstance(link.url, Share):
                written = write(link.url, locale, self._renderer.texts, address)
                label = (
                    link.label
                    if isinstance(link.label, str)
                    else self._renderer.plain(link.label, locale)
                )
                app = link.url.app
                found.append(
                    ShareButton(app, label, written.address, written.text, app in PHONES_ONLY)
                )
        return found

    def _snippet(self, facts: Facts) -> str:
        """What the owner of another site copies to show the counter."""
        source = f"{self._renderer.address(facts.campaign.slug)}/embed?lang={facts.locale}"
        frame = Markup(
            '<iframe src="{}" title="{}" width="320" height="{}" loading="lazy"'
            ' style="border:0;max-width:100%"></iframe>'
        )
        return str(frame.format(source, facts.alert.title, FRAME_HEIGHT))


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in text.split("\n\n") if each.strip()]
