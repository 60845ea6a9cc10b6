"""The record types: frozen dataclasses and enumerations, without input or output.

The type of a field says which values it may have, and the string below the field what it means.
The checker, the JSON Schema and the documentation are generated from both. Fields are declared in
the order in which the data files write their keys.
"""

from summitcli.model.dataset import Dataset as Dataset
from summitcli.model.dataset import DatasetInfo as DatasetInfo
from summitcli.model.dataset import Licence as Licence
from summitcli.model.dataset import Party as Party
from summitcli.model.dataset import Side as Side
from summitcli.model.meeting import Account as Account
from summitcli.model.meeting import Assessment as Assessment
from summitcli.model.meeting import Deliverable as Deliverable
from summitcli.model.meeting import Duration as Duration
from summitcli.model.meeting import Meeting as Meeting
from summitcli.model.meeting import MeetingLike as MeetingLike
from summitcli.model.meeting import MeetingSummary as MeetingSummary
from summitcli.model.meeting import Note as Note
from summitcli.model.meeting import Participant as Participant
from summitcli.model.meeting import Place as Place
from summitcli.model.meeting import Session as Session
from summitcli.model.meeting import Topic as Topic
from summitcli.model.meeting import summary_of as summary_of
from summitcli.model.records import Claim as Claim
from summitcli.model.records import ContextEvent as ContextEvent
from summitcli.model.records import Evidence as Evidence
from summitcli.model.records import Office as Office
from summitcli.model.records import Outcome as Outcome
from summitcli.model.records import OutcomeAssessment as OutcomeAssessment
from summitcli.model.records import Outlook as Outlook
from summitcli.model.records import Person as Person
from summitcli.model.records import Source as Source
from summitcli.model.records import Theme as Theme
from summitcli.model.sections import RECORD_TYPES as RECORD_TYPES
from summitcli.model.sections import SECTIONS as SECTIONS
from summitcli.model.sections import TYPE_NAMES as TYPE_NAMES
from summitcli.model.sections import Record as Record
from summitcli.model.sections import names_of as names_of
from summitcli.model.sections import title_of as title_of
from summitcli.model.sections import type_of as type_of
from summitcli.model.values import CALLS as CALLS
from summitcli.model.values import IN_PERSON as IN_PERSON
from summitcli.model.values import REMOTE as REMOTE
from summitcli.model.values import ClaimKind as ClaimKind
from summitcli.model.values import ClockTime as ClockTime
from summitcli.model.values import Confidence as Confidence
from summitcli.model.values import DeliverableStatus as DeliverableStatus
from summitcli.model.values import DeliverableType as DeliverableType
from summitcli.model.values import Extent as Extent
from summitcli.model.values import HttpUrl as HttpUrl
from summitcli.model.values import Id as Id
from summitcli.model.values import Language as Language
from summitcli.model.values import MeetingId as MeetingId
from summitcli.model.values import MeetingKind as MeetingKind
from summitcli.model.values import MeetingStatus as MeetingStatus
from summitcli.model.values import Minutes as Minutes
from summitcli.model.values import OutlookKind as OutlookKind
from summitcli.model.values import PartialDate as PartialDate
from summitcli.model.values import PartyId as PartyId
from summitcli.model.values import PersonId as PersonId
from summitcli.model.values import Qualifier as Qualifier
from summitcli.model.values import SideId as SideId
from summitcli.model.values import SourceId as SourceId
from summitcli.model.values import SourceType as SourceType
from summitcli.model.values import Text as Text
from summitcli.model.values import ThemeId as ThemeId
from summitcli.model.values import Valence as Valence
from summitcli.model.values import Verdict as Verdict
from summitcli.model.values import WikidataItem as WikidataItem
